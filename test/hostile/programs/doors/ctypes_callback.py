# A pointer to a Python function is a null pointer here: what calls it calls nothing.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
def callback(number):
    print('ESCAPED', number)
    return number


print(ctypes.cast(callback, ctypes.c_void_p).value)
callback(1)
