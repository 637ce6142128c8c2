# One system call with millions of buffers.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import os

print('before')
with open('target', 'wb') as file:
    while True:
        os.writev(file.fileno(), [b'x'] * 3_000_000)
