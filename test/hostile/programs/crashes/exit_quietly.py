# `sys.exit()` is no error.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
sys.exit()
