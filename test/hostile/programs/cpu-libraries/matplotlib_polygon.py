# A polygon that crosses itself everywhere, filled by the C++ rasterizer.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import matplotlib.pyplot as plt
import numpy as np

corners = np.random.default_rng().random((2, 200_000))
print('before')
plt.rcParams['path.simplify'] = False
plt.fill(*corners, alpha=0.5)
plt.savefig('polygon.png')
