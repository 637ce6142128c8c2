# A vector of a thousand parts, each of which is hundreds of megabytes, that a device fills or takes.
# expect: timeout
# stdout contains: before
# timeout_ms: 2000
import os

room = memoryview(bytearray(200_000_000))
devices = [os.open(path, os.O_RDWR) for path in ('/dev/zero', '/dev/urandom', '/dev/null')]
print('before')
while True:
    for device in devices:
        for part in (room, room[: 1 << 20], room[: 1 << 16]):
            os.readv(device, [part] * 1000)
            os.writev(device, [part] * 1000)
