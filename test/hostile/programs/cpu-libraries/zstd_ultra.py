# The highest level of Zstandard.
# expect: timeout
# stdout contains: before
import os
from compression import zstd

print('before')
zstd.compress(os.urandom(1_000_000) * 16, level=22)
