"""Elementwise arithmetic of two million floats."""

import numpy as np

source = np.random.default_rng(7)
a, b = source.random(2_000_000), source.random(2_000_000)


def work():
    total = 0.0
    for _ in range(5):
        total += ((a * b + a - b) / (b + 1.5)).sum()
    return f'{total:.9g}'
