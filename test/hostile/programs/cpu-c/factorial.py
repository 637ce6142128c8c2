# A factorial, in C from start to end.
# expect: timeout
# stdout contains: before
import math

print('before')
math.factorial(5_000_000)
