# Waits for processes that it does not have.
# expect: error ChildProcessError or error OSError
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
os.waitpid(-1, 0)
