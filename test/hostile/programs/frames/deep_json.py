# Valid JSON, a hundred thousand deep: reading is easy, writing it again is recursion.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
deep = b'[' * 100_000 + b']' * 100_000
text = b'{"type":"result","result":{"is_main_result":false,"json":' + deep + b'}}'
device = os.open('/dev/sandbox', os.O_WRONLY)
os.write(device, struct.pack('<II', len(text), 0) + text)
