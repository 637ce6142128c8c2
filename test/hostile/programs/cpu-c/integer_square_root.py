# The square root of an integer of twenty million bits.
# expect: timeout
# stdout contains: before
import math

print('before')
math.isqrt((1 << 20_000_000) - 1)
