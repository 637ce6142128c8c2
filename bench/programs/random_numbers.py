"""Random numbers: uniform, normal, integers and a shuffle."""

import numpy as np


def work():
    source = np.random.default_rng(7)
    uniform, normal = source.random(1_000_000), source.standard_normal(1_000_000)
    integers = source.integers(0, 1_000, 1_000_000)
    shuffled = source.permutation(200_000)
    return f'{uniform.mean():.9g} {normal.std():.9g} {integers.sum()} {shuffled[0]}'
