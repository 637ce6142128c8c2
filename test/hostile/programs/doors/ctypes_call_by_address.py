# Calls functions by their number in the table, with every calling convention.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
for prototype in (
    ctypes.CFUNCTYPE(ctypes.c_int),
    ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p),
    ctypes.PYFUNCTYPE(ctypes.py_object),
):
    for number in range(1, 50):
        try:
            print('ESCAPED', prototype(number)(*([b'1'] * len(prototype._argtypes_))))
        except NotImplementedError:
            continue
print('no calls')
