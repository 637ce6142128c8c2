# A period just long enough that sorting its rotations is slow.
# expect: timeout
# stdout contains: before
import bz2

print('before')
bz2.compress((b'a' * 4999 + b'b') * 20_000, 9)
