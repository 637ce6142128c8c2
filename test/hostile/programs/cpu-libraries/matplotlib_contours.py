# Contour lines of pure noise, at a thousand levels.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import contourpy
import numpy as np

noise = np.random.default_rng().random((1_000, 1_000))
print('before')
generator = contourpy.contour_generator(z=noise)
while True:
    generator.lines(0.5)
