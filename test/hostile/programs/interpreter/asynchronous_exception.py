# Sends itself an exception as threads do, by way of the C API.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes
import threading

print('before')
identity = threading.get_ident()
ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(identity), ctypes.py_object(SystemExit))
while True:
    pass
