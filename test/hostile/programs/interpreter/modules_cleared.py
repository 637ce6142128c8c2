# Empties the table of modules, on which every import statement stands.
# expect: ok
# stdout contains: before
# results contain: 42
# timeout_ms: 5000
import sys

print('before')
sys.modules.clear()
42
