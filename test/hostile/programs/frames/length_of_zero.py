# Frames of no bytes at all, without end.
# expect: any
# stdout contains: before
# timeout_ms: 2000
import os

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY)
while True:
    os.write(device, bytes(8_000))
