# LAPACK on a matrix of two thousand rows.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np

matrix = np.random.default_rng().random((2_000, 2_000))
print('before')
np.linalg.eig(matrix)
