# A format string of a hundred million letters has to be parsed before it is refused.
# expect: timeout
# stdout contains: before
import struct

print('before')
while True:
    struct.calcsize('xh' * 10_000_000)
