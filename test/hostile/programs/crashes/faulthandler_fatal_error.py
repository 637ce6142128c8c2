# A fatal error of CPython, from a thread that there cannot be.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import faulthandler

print('before')
faulthandler._fatal_error_c_thread()
