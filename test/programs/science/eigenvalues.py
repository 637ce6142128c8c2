#> eigsh: [3.996093 3.997802 3.999023 3.999756]
#> shift-invert: [0.000244 0.000977 0.002198]
#> eigs: [4.879]
#> svds: [3.51952 3.55857 5.57284]
#> eigh: [1.8549  3.47602 6.66908]
#> generalized: [1.      1.55354 4.61313]
#> True [ 1.     -0.3015  1.9771]
#> expm: [[0.5403, 0.84147], [-0.84147, 0.5403]]
#> sqrtm: [[1.36603, 0.36603], [0.36603, 1.36603]]
#> qr: [4.58258 2.76887 3.38887] null space: (2, 1)
#> toeplitz: [2.5 4.  3.5]
import numpy as np
from scipy import linalg, sparse
from scipy.sparse.linalg import eigs, eigsh, svds

n = 200
A = sparse.diags_array([-np.ones(n - 1), 2 * np.ones(n), -np.ones(n - 1)], offsets=[-1, 0, 1]).tocsc()
largest = eigsh(A, k=4, which='LM', return_eigenvectors=False, v0=np.ones(n))
print('eigsh:', np.sort(largest).round(6))
smallest = eigsh(A, k=3, sigma=0, return_eigenvectors=False, v0=np.ones(n))
print('shift-invert:', np.sort(smallest).round(6))
B = sparse.random_array((100, 100), density=0.1, rng=np.random.default_rng(0)).tocsc()
values = eigs(B, k=1, which='LR', return_eigenvectors=False, v0=np.ones(100))
print('eigs:', values.real.round(5))
print('svds:', np.sort(svds(B, k=3, return_singular_vectors=False, v0=np.ones(100))).round(5))

M = np.array([[4.0, 1, 2], [1, 3, 0], [2, 0, 5]])
print('eigh:', linalg.eigh(M, eigvals_only=True).round(5))
print('generalized:', linalg.eigh(M, np.diag([1.0, 2, 3]), eigvals_only=True).round(5))
P, L, U = linalg.lu(M)
print(np.allclose(P @ L @ U, M), linalg.cholesky(M, lower=True).round(4)[2])
print('expm:', linalg.expm(np.array([[0, 1], [-1, 0]])).round(5).tolist())
print('sqrtm:', linalg.sqrtm(np.array([[2.0, 1], [1, 2]])).round(5).tolist())
Q, R = linalg.qr(M)
print('qr:', np.abs(np.diag(R)).round(5), 'null space:', linalg.null_space([[1, 1], [1, 1]]).shape)
print('toeplitz:', linalg.solve_toeplitz(([2, -1, 0], [2, -1, 0]), [1, 2, 3]).round(5))
