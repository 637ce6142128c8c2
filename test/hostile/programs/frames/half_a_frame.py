# Leaves a frame half written, so that the runner's own are read as its rest.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
os.write(device, struct.pack('<II', 30_000_000, 0) + b'{"type":"stdout","text":"')
'the result that is swallowed'
