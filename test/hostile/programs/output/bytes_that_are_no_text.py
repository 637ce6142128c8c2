# Every byte there is, cut apart in the middle of characters.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
for byte in bytes(range(256)) * 20 + '€𝄞'.encode() * 20:
    os.write(1, bytes([byte]))
