# The deepest JSON that gets through the guest: the host has to write it into its answer.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
for depth in (1_000, 2_000, 3_000, 4_000, 5_000, 6_000):
    deep = b'{"x":' * depth + b'1' + b'}' * depth
    text = b'{"type":"result","result":{"is_main_result":false,"json":' + deep + b'}}'
    os.write(device, struct.pack('<II', len(text), 0) + text)
