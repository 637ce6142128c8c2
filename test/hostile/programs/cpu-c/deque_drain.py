# A deque without room consumes an endless counter in C.
# expect: timeout
# stdout contains: before
from collections import deque
from itertools import count

print('before')
deque(count(), maxlen=0)
