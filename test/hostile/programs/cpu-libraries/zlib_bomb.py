# Two hundred kilobytes that inflate to two hundred megabytes, again and again.
# expect: timeout
# timeout_ms: 1500
# stdout contains: before
import zlib

bomb = zlib.compress(bytes(50_000_000), 1)
print('before')
while True:
    zlib.decompress(bomb)
