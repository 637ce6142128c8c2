# `product` stores all its inputs before it gives the first output.
# expect: memory or timeout
# stdout contains: before
# timeout_ms: 3000
from itertools import count, product

print('before')
next(product(count(), repeat=2))
