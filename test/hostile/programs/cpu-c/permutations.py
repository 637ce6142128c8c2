# Walks through 20 factorial orders in C.
# expect: timeout
# stdout contains: before
from functools import reduce
from itertools import permutations
from operator import is_

print('before')
reduce(is_, permutations(range(20)))
