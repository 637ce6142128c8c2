# JSON of thirty megabytes that is all small objects, and then keys: long to parse, and in one go.
# expect: timeout
# stdout contains: before
# timeout_ms: 2000
import os
import struct

device = os.open('/dev/sandbox', os.O_WRONLY)
head = b'{"type":"result","result":{"is_main_result":false,"json":'
print('before')
texts = [head + b'[' + b'{},' * count + b'0]}}' for count in (10_000_000, 5_000_000, 50_000, 49_000)]
texts.append(head + b'{' + b','.join(b'"k%d":0' % number for number in range(200_000)) + b'}}')
while True:
    for text in texts:
        try:
            os.write(device, struct.pack('<II', len(text), 0) + text)
        except OSError:
            pass
