# Zipf's distribution near one: NumPy rejects nearly every draw, in C.
# expect: timeout
# stdout contains: before
import numpy as np

print('before')
np.random.default_rng().zipf(1.0000000001, 100_000_000 // 8)
