# The square root of an integer of two hundred million bits.
# expect: timeout
# stdout contains: before
import math

print('before')
math.isqrt((1 << 200_000_000) - 1)
