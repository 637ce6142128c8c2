#> 3.15008
import numpy as np
rng = np.random.default_rng(42)
points = rng.random((100_000, 2))
print(round(4 * np.mean((points ** 2).sum(axis=1) < 1), 5))
