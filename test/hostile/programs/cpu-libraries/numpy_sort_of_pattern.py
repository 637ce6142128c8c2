# Sorts of millions, by the sort that works in vectors, on what would be the worst for a quicksort.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np

pattern = np.concatenate([np.arange(2_000_000), np.arange(2_000_000)[::-1], np.zeros(1_000_000, int)])
print('before')
while True:
    np.sort(pattern)
