#> [3.148, 3.128, 3.168, 3.188, 3.144, 3.128, 3.068, 3.224]
#> 3.1495
#> [0.0, 1.0, 2.0, 3.0, 4.0]
#> [1, 2, 4, 8] True
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from math import sqrt

from joblib import Parallel, cpu_count, delayed


def simulate(seed, n=1000):
    import numpy as np
    rng = np.random.default_rng(seed)
    x, y = rng.random((2, n))
    return 4 * float(np.mean(x**2 + y**2 <= 1))


results = Parallel(n_jobs=-1)(delayed(simulate)(seed) for seed in range(8))
print([round(r, 3) for r in results])
print(round(sum(results) / len(results), 4))
print(Parallel(n_jobs=2, prefer='threads')(delayed(sqrt)(i**2) for i in range(5)))
print(Parallel(n_jobs=-1, return_as='list')(delayed(pow)(2, i) for i in range(4)), cpu_count() >= 1)
