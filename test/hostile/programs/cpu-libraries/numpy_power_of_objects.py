# Python's big integers under NumPy's loop.
# expect: timeout
# stdout contains: before
import numpy as np

print('before')
np.power(np.full(1_000_000, 7, dtype=object), 10**5)
