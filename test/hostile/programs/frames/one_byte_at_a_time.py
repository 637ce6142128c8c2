# A frame that is announced as large and comes in single bytes, each of which is kept.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
os.write(device, struct.pack('<II', 100, 60_000_000))
while True:
    os.write(device, b'x')
