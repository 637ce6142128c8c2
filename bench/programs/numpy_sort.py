"""`np.sort` of two million numbers."""

import numpy as np

numbers = np.random.default_rng(7).random(2_000_000)


def work():
    ordered = np.sort(numbers)
    return f'{ordered[0]:.9g} {ordered[1_000_000]:.9g} {ordered[-1]:.9g}'
