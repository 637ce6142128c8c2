# An array of ten billion numbers that nobody has touched yet.
# expect: memory or error ValueError
# stdout contains: before
# timeout_ms: 5000
import numpy as np

print('before')
np.zeros((100_000, 100_000), dtype=np.int8)
