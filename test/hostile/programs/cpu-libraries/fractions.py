# A sum of fractions whose denominators have no factor in common.
# expect: timeout
# stdout contains: before
from fractions import Fraction

print('before')
total = Fraction(0)
for n in range(1, 10**9):
    total += Fraction(1, n)
