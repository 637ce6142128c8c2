# Python frames lie on the heap: without the recursion limit they fill it.
# expect: memory or error RecursionError or timeout or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import sys


def deeper():
    deeper()


sys.setrecursionlimit(2**31 - 1)
print('before')
deeper()
