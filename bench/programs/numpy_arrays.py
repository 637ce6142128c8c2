"""NumPy: a product of matrices, elementwise arithmetic, sorting, and a Python loop over small arrays."""

import numpy as np

source = np.random.default_rng(7)
matrix = source.random((400, 400))
numbers = source.random(300_000)


def work():
    product = matrix @ matrix @ matrix
    values = numbers
    for _ in range(14):
        values = np.sqrt(values * values + 0.5) - np.sin(values)
    order = np.argsort(values)

    point = np.zeros(3)
    for step in range(80_000):
        point = point * 0.99 + step

    return (float(product.mean()).hex()[:12], float(values[order[1_000]]).hex()[:12], float(point[0]).hex())
