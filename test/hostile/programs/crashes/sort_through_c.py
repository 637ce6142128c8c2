# A key function that sorts by itself.
# expect: error RecursionError or error StackOverflow or memory
# stdout contains: before
# timeout_ms: 5000
import sys


def key(value):
    return sorted([value], key=key)


sys.setrecursionlimit(10**9)
print('before')
key(1)
