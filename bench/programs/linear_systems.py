"""`solve` and `eigvalsh` of 500 × 500."""

import numpy as np

source = np.random.default_rng(7)
matrix, right = source.random((500, 500)), source.random(500)
symmetric = matrix + matrix.T


def work():
    solution = np.linalg.solve(matrix, right)
    values = np.linalg.eigvalsh(symmetric)
    return f'{np.abs(matrix @ solution - right).max() < 1e-9} {values[-1]:.9g}'
