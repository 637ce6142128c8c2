# The highest level of Zstandard.
# expect: timeout
# stdout contains: before
import os
from compression import zstd

print('before')
zstd.compress(os.urandom(500_000) * 8 + bytes(range(256)) * 8_000, level=19)
