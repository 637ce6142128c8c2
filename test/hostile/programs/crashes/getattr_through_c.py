# Attribute lookup that is its own fallback, without a limit.
# expect: error RecursionError or error StackOverflow or memory
# stdout contains: before
# timeout_ms: 5000
import sys
from operator import attrgetter


class Mirror:
    def __getattr__(self, name):
        return attrgetter(name)(self)


sys.setrecursionlimit(10**9)
print('before')
Mirror().anything
