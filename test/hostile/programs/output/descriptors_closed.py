# Closes stdout's descriptor, and every other.
# expect: ok
# stdout contains: before
# results contain: 42
# timeout_ms: 5000
import os

print('before')
os.closerange(0, 1_024)
6 * 7
