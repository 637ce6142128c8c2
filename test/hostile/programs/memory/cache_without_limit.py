# A cache that keeps every answer.
# expect: memory or timeout
# stdout contains: before
# timeout_ms: 5000
from functools import cache


@cache
def answer(n):
    return bytes(100_000 + n % 7)


print('before')
n = 0
while True:
    answer(n)
    n += 1
