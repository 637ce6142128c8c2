# Looks for something that no counter will reach.
# expect: timeout
# stdout contains: before
from itertools import count

print('before')
-1 in count()
