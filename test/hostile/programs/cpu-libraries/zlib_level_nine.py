# Data on which the slowest level looks at every candidate.
# expect: timeout
# timeout_ms: 2500
# stdout contains: before
import random
import zlib

data = bytes(random.choices(b'ab', k=1000)) * 1 + bytes(random.choices(b'ab', k=200_000)) * 100
print('before')
zlib.compress(data, 9)
