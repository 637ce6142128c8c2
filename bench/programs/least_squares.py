"""A regression of 20,000 rows on 30 columns, by `lstsq`."""

import numpy as np

source = np.random.default_rng(7)
rows = source.standard_normal((20_000, 30))
target = rows @ np.arange(30.0) + source.standard_normal(20_000)


def work():
    found, residual, rank, _ = np.linalg.lstsq(rows, target)
    explained = 1 - residual[0] / ((target - target.mean()) ** 2).sum()
    return f'{found[29]:.9g} {rank} {explained:.9g}'
