# A frame whose text is no JSON.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
os.write(device, struct.pack('<II', 9, 0) + b'{"type":\xff')
