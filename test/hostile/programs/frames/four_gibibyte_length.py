# A frame that says it is four gigabytes long.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
os.write(device, struct.pack('<II', 0xFFFFFFFF, 0xFFFFFFFF) + b'x' * 1_000)
print('after')
