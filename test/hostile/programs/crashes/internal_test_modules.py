# CPython's own test modules offer ways to break it.
# expect: any
# stdout contains: before
# timeout_ms: 5000
print('before')
import _testcapi

_testcapi.fatal_error(b'on purpose')
