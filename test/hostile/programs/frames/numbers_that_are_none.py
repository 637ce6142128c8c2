# Numbers that JSON allows and JavaScript cannot hold.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
text = (
    b'{"type":"result","result":{"is_main_result":false,"json":[1e400,-1e400,'
    + b'9' * 1_000_000
    + b',-0]}}'
)
os.write(device, struct.pack('<II', len(text), 0) + text)
