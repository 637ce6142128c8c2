# A traceback of a hundred thousand frames that all differ.
# expect: error ZeroDivisionError or memory or error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 20000
import sys


def left(n):
    return right(n - 1) if n else 1 / 0


def right(n):
    return left(n - 1) if n else 1 / 0


sys.setrecursionlimit(10**6)
print('before')
left(100_000)
