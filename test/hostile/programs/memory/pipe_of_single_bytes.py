# The same in single bytes, each of which may cost a hundred.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
reader, writer = os.pipe()
while True:
    os.write(writer, b'x')
