# Strides that reach far outside of the array, read and written.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import numpy as np

print('before')
view = np.lib.stride_tricks.as_strided(np.zeros(1), shape=(2**27,), strides=(4_096,))
view[:] = 7.0
