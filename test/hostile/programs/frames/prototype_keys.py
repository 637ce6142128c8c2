# JSON with the names of JavaScript's own properties.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import struct

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
for text in (
    b'{"type":"result","result":{"is_main_result":false,"text":"x","json":{"__proto__":{"polluted":"ESCAPED"},"constructor":{"prototype":{"polluted":1}},"toJSON":"x"}}}',
    b'{"type":"result","result":{"is_main_result":false,"text":"x","chart":{"type":"line","elements":[],"__proto__":{"x":1},"hasOwnProperty":1,"toJSON":1}}}',
):
    os.write(device, struct.pack('<II', len(text), 0) + text)
