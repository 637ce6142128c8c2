# NumPy looks for the shape of a list that is a million deep.
# expect: error ValueError or error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import numpy as np

nested = 1
for _ in range(1_000_000):
    nested = [nested]
print('before')
np.array(nested)
