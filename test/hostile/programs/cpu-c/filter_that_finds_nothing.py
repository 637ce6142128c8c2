# One `next` that never returns: the filter drops whatever comes.
# expect: timeout
# stdout contains: before
from itertools import repeat

print('before')
next(filter(None, repeat(False)))
