# A long chain of method calls, all from C to C, that ends nowhere.
# expect: timeout
# stdout contains: before
from functools import partial
from itertools import repeat

print('before')
all(map(partial(partial, int), repeat(0)))
