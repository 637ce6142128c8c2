# CPython's own C functions, which could do what Python code may not.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
try:
    ctypes.pythonapi.PyRun_SimpleString(b"print('ESCAPED')")
except (AttributeError, NotImplementedError) as error:
    print(type(error).__name__)
ctypes.pythonapi.Py_Exit(0)
