# Recursion that goes through C at every step, with a limit that allows it all.
# expect: error RecursionError or error StackOverflow or memory
# stdout contains: before
# timeout_ms: 5000
import sys


class Pair:
    def __eq__(self, other):
        return [self] == [Pair()]


sys.setrecursionlimit(10**9)
print('before')
Pair() == Pair()
