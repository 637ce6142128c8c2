# A million by a million, one after the other.
# expect: timeout
# stdout contains: before
import numpy as np

signal = np.ones(1_000_000)
print('before')
np.convolve(signal, signal)
