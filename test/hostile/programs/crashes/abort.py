# The C library's abort.
# expect: error Abort or error Crash
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
os.abort()
