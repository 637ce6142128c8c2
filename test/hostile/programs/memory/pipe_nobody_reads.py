# What is written to a pipe waits outside of the program's memory.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
reader, writer = os.pipe()
block = bytes(1_000_000)
while True:
    os.write(writer, block)
