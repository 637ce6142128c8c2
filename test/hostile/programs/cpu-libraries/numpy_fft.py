# A transform whose length is a large prime.
# expect: timeout
# stdout contains: before
import numpy as np

samples = np.ones(1_299_709)
print('before')
while True:
    np.fft.fft(samples)
