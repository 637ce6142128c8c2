# An integral power whose exponent has nine digits, exact to a million places.
# expect: timeout
# stdout contains: before
from decimal import MAX_EMAX, Decimal, getcontext

getcontext().prec = 1_000_000
getcontext().Emax = MAX_EMAX
print('before')
Decimal('1.000000001') ** 999_999_999
