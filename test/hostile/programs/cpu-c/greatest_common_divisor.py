# Euclid on two numbers for which he needs the most steps.
# expect: timeout
# timeout_ms: 3000
# stdout contains: before
import math


def fibonacci_pair(bits):
    a, b = 0, 1
    for bit in bin(bits)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == '1':
            a, b = b, a + b
    return a, b


print('before')
math.gcd(*fibonacci_pair(3_000_000))
