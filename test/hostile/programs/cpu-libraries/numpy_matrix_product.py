# One product of matrices, in BLAS: seven billion multiplications.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np

left = np.ones((1_900, 1_900))
print('before')
for _ in range(100):
    left @ left
