# A heap of a million numbers, replaced a billion times from C.
# expect: timeout
# timeout_ms: 2000
# stdout contains: before
import heapq
from itertools import repeat

heap = list(range(1_000_000))
print('before')
list(map(heapq.heapreplace, repeat(heap), repeat(5_000_000, 1_000_000_000)))
