#> (400, 400) 1920 density 0.0120
#> max: 0.073257
#> cg: 0 True
#> gmres: 0 True
#> lsqr: 0.07326
#> lu: 0.006828 0.006828 (400, 400)
#> [[1 0 2]
#>  [0 0 3]
#>  [4 5 0]]
#> [0 2 3 5]
#> [[ 5  6  4]
#>  [ 6  9  0]
#>  [ 4  0 41]]
#> [[0 3]
#>  [3 0]] [[5 5 5]] (3, 6)
import numpy as np
from scipy import sparse
from scipy.sparse.linalg import cg, factorized, gmres, lsqr, spilu, splu, spsolve

# Poisson's equation on a square
n = 20
main = 2 * np.ones(n)
off = -np.ones(n - 1)
T = sparse.diags_array([off, main, off], offsets=[-1, 0, 1])
I = sparse.eye_array(n)
A = (sparse.kron(I, T) + sparse.kron(T, I)).tocsc()
b = np.ones(n * n) / (n + 1) ** 2
print(A.shape, A.nnz, f'density {A.nnz / np.prod(A.shape):.4f}')
u = spsolve(A, b)
print('max:', u.max().round(6))
x, info = cg(A, b, rtol=1e-10)
print('cg:', info, np.abs(x - u).max() < 1e-6)
x, info = gmres(A, b, rtol=1e-10)
print('gmres:', info, np.abs(x - u).max() < 1e-6)
print('lsqr:', lsqr(A, b, atol=1e-12, btol=1e-12)[0].max().round(5))
print('lu:', splu(A).solve(b)[n].round(6), factorized(A)(b)[n].round(6), spilu(A).shape)

M = sparse.csr_matrix([[1, 0, 2], [0, 0, 3], [4, 5, 0]])
print(M.toarray(), M.indptr, (M @ M.T).toarray(), sep='\n')
coo = sparse.coo_matrix(([1, 2, 3], ([0, 0, 1], [1, 1, 0])), shape=(2, 2))
print(coo.toarray(), M.sum(axis=0), sparse.hstack([M, M]).shape)
