# The extreme preset over something that it cannot shorten.
# expect: timeout
# stdout contains: before
import lzma
import os

print('before')
lzma.compress(os.urandom(8_000_000), preset=6 | lzma.PRESET_EXTREME)
