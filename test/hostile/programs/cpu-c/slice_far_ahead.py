# Skips a billion items before it gives the first.
# expect: timeout
# stdout contains: before
from itertools import cycle, islice

print('before')
next(islice(cycle('ab'), 2_000_000_000, None))
