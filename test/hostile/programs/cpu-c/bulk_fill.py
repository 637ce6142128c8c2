# The same with fills, which `bytes(n)` does in one instruction, all from C.
# expect: timeout
# stdout contains: before
from collections import deque
from itertools import repeat

print('before')
deque(map(bytes, repeat(100_000_000)), maxlen=0)
