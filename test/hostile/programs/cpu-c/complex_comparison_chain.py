# A heap in C, merged with itself.
# expect: timeout
# stdout contains: before
import heapq
from itertools import repeat

heap = list(range(1_000_000))
print('before')
list(map(heapq.heapreplace, repeat(heap), repeat(5_000_000, 1_000_000_000)))
