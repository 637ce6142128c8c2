# Python 3.14 can run code in another process, and so in itself.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import sys

print('before')
with open('script.py', 'w') as file:
    file.write("print('ran in itself')")
sys.remote_exec(os.getpid(), 'script.py')
