import numpy as np
import scipy
from scipy import integrate, linalg, optimize, sparse, stats
from scipy.sparse.linalg import spsolve

print(scipy.__version__)
assert abs(integrate.quad(np.sin, 0, np.pi)[0] - 2) < 1e-9
assert abs(optimize.brentq(lambda x: x * x - 2, 0, 2) - 2**0.5) < 1e-9
assert np.allclose(linalg.expm(np.zeros((2, 2))), np.eye(2))
assert np.allclose(spsolve(sparse.csc_matrix(2 * np.eye(3)), np.ones(3)), 0.5)
assert abs(stats.norm.cdf(1.96) - 0.9750021048517795) < 1e-12
