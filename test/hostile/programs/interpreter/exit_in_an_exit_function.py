# Exit functions that raise, exit, and abort, one after the other.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import atexit
import os

print('before')
atexit.register(os._exit, 7)
atexit.register(lambda: 1 / 0)
atexit.register(exit, 'leaving')
