# Ends the process past all of Python.
# expect: error SystemExit
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
os._exit(0)
