#> 0.142857142857142857142857142857 1/2 0.30000000000000004
from decimal import Decimal, getcontext
from fractions import Fraction
getcontext().prec = 30
print(Decimal(1) / Decimal(7), Fraction(1, 3) + Fraction(1, 6), 0.1 + 0.2)
