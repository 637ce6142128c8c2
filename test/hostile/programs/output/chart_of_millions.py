# A figure whose data has more points than its picture has pixels.
# expect: ok or timeout
# timeout_ms: 10000
import matplotlib.pyplot as plt
import numpy as np

plt.plot(np.random.default_rng().random(1_000_000))
plt.title('x' * 1_000_000)
plt.show()
