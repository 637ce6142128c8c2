# A recursion limit of a billion, and one of one.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
sys.setrecursionlimit(10**9)
for limit in (1, 2, 5, 50):
    try:
        sys.setrecursionlimit(limit)
    except RecursionError, ValueError:
        continue
sys.setrecursionlimit(sys.getrecursionlimit() and 5)
