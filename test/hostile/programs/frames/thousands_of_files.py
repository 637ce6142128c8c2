# Empty files by the ten thousand, past the number that may be returned.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
for number in range(90_000):
    text = b'{"type":"file","name":"%d.txt"}' % number
    os.write(device, struct.pack('<II', len(text), 0) + text)
