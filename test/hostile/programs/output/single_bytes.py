# One system call for each byte.
# expect: timeout
# stdout contains: before
import os

print('before')
while True:
    os.write(1, b'x')
