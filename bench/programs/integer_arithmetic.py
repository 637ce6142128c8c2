"""Elementwise arithmetic of two million integers of 32 bits."""

import numpy as np

source = np.random.default_rng(7)
a = source.integers(0, 30_000, 2_000_000, dtype=np.int32)
b = source.integers(0, 30_000, 2_000_000, dtype=np.int32)


def work():
    total = 0
    for _ in range(5):
        total += int((a * 3 + b - (a & b) ^ (a >> 2)).max())
    return total
