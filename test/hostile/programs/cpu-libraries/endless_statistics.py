# Statistics of an iterator without end, gathered in C.
# expect: timeout
# stdout contains: before
import statistics
from collections import Counter
from itertools import cycle

print('before')
Counter(cycle('abc'))
statistics.mean(cycle([1]))
