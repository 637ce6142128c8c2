# Two readers of one iterator: what the slow one has not read is kept.
# expect: memory or timeout
# stdout contains: before
# timeout_ms: 5000
from collections import deque
from itertools import repeat, tee

print('before')
fast, slow = tee(map(bytes, repeat(1_000_000)))
deque(fast, maxlen=0)
