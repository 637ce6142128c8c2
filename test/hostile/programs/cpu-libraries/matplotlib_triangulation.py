# Qhull triangulates a million points.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np
from matplotlib.tri import Triangulation

points = np.random.default_rng().random((2, 300_000))
print('before')
Triangulation(*points)
