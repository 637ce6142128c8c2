"""exp, sin and log1p of a million floats."""

import numpy as np

numbers = np.random.default_rng(7).random(1_000_000)


def work():
    return f'{(np.exp(numbers) + np.sin(numbers) + np.log1p(numbers)).sum():.9g}'
