# Millions of frames in one write, and the rest of them in the next.
# expect: timeout
# stdout contains: before
# timeout_ms: 2000
import os
import struct

device = os.open('/dev/sandbox', os.O_WRONLY)
frames = memoryview((struct.pack('<II', 2, 0) + b'{}') * 20_000_000)
print('before')
while frames:
    frames = frames[os.write(device, frames) :]
