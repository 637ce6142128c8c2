# The singular values of a matrix that takes BLAS and LAPACK in turns.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np

matrix = np.random.default_rng().random((1_500, 1_500))
print('before')
np.linalg.svd(matrix)
