#: error "memory ValueError: array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size."
import numpy as np
np.zeros((20_000, 20_000))
