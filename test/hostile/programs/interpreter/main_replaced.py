# Takes the program's own module away while it runs.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
sys.modules['__main__'] = None
globals().clear()
