"""A Monte Carlo price of an option: 5,000 paths of 250 days."""

import numpy as np


def work():
    source = np.random.default_rng(7)
    steps = source.standard_normal((5_000, 250)) * 0.2 / np.sqrt(250) + 0.03 / 250 - 0.02 / 250
    paths = 100 * np.exp(np.cumsum(steps, axis=1))
    payoff = np.maximum(paths.mean(axis=1) - 100, 0)
    return f'{payoff.mean() * np.exp(-0.03):.9g} {np.percentile(payoff, 95):.9g}'
