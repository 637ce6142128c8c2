# A million small events.
# expect: any
# stdout contains: before
# timeout_ms: 20000
import os
import struct

print('before')
text = b'{"type":"stdout","text":"x"}'
frame = struct.pack('<II', len(text), 0) + text
device = os.open('/dev/sandbox', os.O_WRONLY)
for _ in range(1_000):
    os.write(device, frame * 1_000)
