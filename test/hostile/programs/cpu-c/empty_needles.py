# Counts in C how often nothing occurs in a long text, joined by nothing.
# expect: timeout
# stdout contains: before
from collections import deque
from itertools import repeat

text = 'x' * 10_000_000
print('before')
deque(map(text.count, repeat('')), maxlen=0)
deque(map(text.replace, repeat('x'), repeat('yy')), maxlen=0)
