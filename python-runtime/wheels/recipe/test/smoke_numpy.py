import time

t = time.perf_counter()
import numpy as np

print('import numpy', np.__version__, f'{time.perf_counter() - t:.2f} s')
rng = np.random.default_rng(7)
A = rng.standard_normal((60, 60))
b = rng.standard_normal(60)
x = np.linalg.solve(A, b)
assert np.allclose(A @ x, b)
u, s, vt = np.linalg.svd(A)
assert np.allclose((u * s) @ vt, A)
w, v = np.linalg.eig(A)
assert np.allclose(A @ v, v * w)
q, r = np.linalg.qr(A)
assert np.allclose(q @ r, A)
assert np.isclose(np.linalg.det(np.linalg.inv(A)) * np.linalg.det(A), 1)
try:
    np.linalg.inv(np.zeros((2, 2)))
    raise SystemExit('no LinAlgError')
except np.linalg.LinAlgError:
    pass
f = np.fft.fft(b)
assert np.allclose(np.fft.ifft(f), b)
assert np.allclose(np.fft.irfft(np.fft.rfft(b), 60), b)
assert np.allclose(np.fft.fft2(A), [np.fft.fft(c) for c in np.fft.fft(A, axis=0)])
for g in (np.random.PCG64, np.random.MT19937, np.random.Philox, np.random.SFC64):
    n = np.random.Generator(g(1)).normal(size=10000)
    assert abs(n.mean()) < 0.05 and abs(n.std() - 1) < 0.05
np.random.seed(0)
assert np.allclose(np.random.rand(3), [0.5488135, 0.71518937, 0.60276338])
assert np.random.default_rng(0).integers(0, 100, 5).tolist() == [85, 63, 51, 26, 30]
a = np.arange(24).reshape(2, 3, 4)
assert np.einsum('ijk->k', a).tolist() == a.sum((0, 1)).tolist()
assert a.dtype.itemsize == 8 and np.intp().itemsize == 4 and np.dtype(np.longdouble).itemsize == 16
assert np.array(['b', 'a']).argsort().tolist() == [1, 0] and np.sort(
    rng.permutation(10000)
).tolist() == list(range(10000))
assert np.array(['x', 'yy'], dtype=np.dtypes.StringDType()).tolist() == ['x', 'yy']
assert np.datetime64('2026-01-31') + np.timedelta64(1, 'D') == np.datetime64('2026-02-01')
assert (np.array([1, 2], dtype='f2') * 2).tolist() == [2, 4]
with np.errstate(divide='raise'):
    try:
        np.array([1.0]) / 0
        print('NOTE no FloatingPointError for float division: wasm has no floating-point flags')
    except FloatingPointError:
        print('float errors are raised')
import io

o = io.BytesIO()
np.savez_compressed(o, a=a)
o.seek(0)
assert (np.load(o)['a'] == a).all()
assert np.polynomial.Polynomial.fit(np.arange(5), np.arange(5) ** 2, 2)(3.0) - 9 < 1e-9
assert np.ma.masked_array([1, 2], [0, 1]).sum() == 1
assert np.longdouble('0.1') != np.longdouble(0.1), 'binary128 parsing'
assert f'{np.longdouble(1) / 3:.25f}'.startswith('0.333')
print('numpy smoke test passed')
