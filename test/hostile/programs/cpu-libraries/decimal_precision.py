# A logarithm with a hundred thousand digits.
# expect: timeout
# stdout contains: before
from decimal import Decimal, getcontext

getcontext().prec = 100_000
print('before')
Decimal(3).ln()
