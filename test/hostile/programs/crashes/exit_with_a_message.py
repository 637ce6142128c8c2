# `sys.exit` with a text, which belongs on stderr.
# expect: error SystemExit
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
sys.exit('the reason')
