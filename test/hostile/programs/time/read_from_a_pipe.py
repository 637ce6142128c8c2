# Reads from a pipe whose writer is itself.
# expect: timeout or error BlockingIOError
# stdout contains: before
import os

print('before')
reader, writer = os.pipe()
os.read(reader, 1)
