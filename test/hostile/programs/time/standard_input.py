# Reads standard input by its descriptor, by its file, by its device.
# expect: ok
# stdout contains: nothing
# timeout_ms: 5000
import os
import sys

read = [os.read(0, 100), sys.stdin.read(), sys.stdin.buffer.read(), open('/dev/stdin').read()]
print('something' if any(read) else 'nothing')
