"""Integers of thousands of digits: products, powers, division and conversion to decimal."""

import sys
from math import factorial

sys.set_int_max_str_digits(0)


def work():
    power = 3**90_000
    digits = sum(map(int, str(power)))
    quotient = factorial(12_000) // factorial(6_000)
    remainder = pow(power, 0x10001, 2**4423 - 1)

    a, b = 0, 1
    for _ in range(80_000):
        a, b = b, a + b

    return digits, quotient % 10**9 + 7, remainder % 10**9, a % 10**9
