# Writes floats with ten thousand digits, without end.
# expect: timeout
# stdout contains: before
from collections import deque
from itertools import repeat

print('before')
deque(map(format, repeat(1e-300), repeat('.2000f')), maxlen=0)
