# A structured type within a structured type, which NumPy copies by recursion.
# expect: error RecursionError or error StackOverflow or ok or error ValueError
# stdout contains: before
# timeout_ms: 10000
import numpy as np

dtype = np.dtype('i4')
for _ in range(20_000):
    dtype = np.dtype([('x', dtype)])
print('before')
np.zeros(1, dtype) == np.zeros(1, dtype)
