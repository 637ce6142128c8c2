import io
import sys
import time
import warnings

t0 = time.perf_counter()
import numpy as np

t1 = time.perf_counter()
import matplotlib

matplotlib.use('agg')
import matplotlib.pyplot as plt

t2 = time.perf_counter()
print(
    'import matplotlib.pyplot',
    matplotlib.__version__,
    f'numpy {t1 - t0:.2f} s, pyplot {t2 - t1:.2f} s',
    'freetype',
    matplotlib.ft2font.__freetype_version__,
)
from PIL import Image

warnings.simplefilter('error')
out = sys.argv[1] if len(sys.argv) > 1 else None


def check(fig, name):
    t = time.perf_counter()
    o = io.BytesIO()
    fig.savefig(o, format='png')
    dt = time.perf_counter() - t
    im = Image.open(io.BytesIO(o.getvalue()))
    im.load()
    a = np.asarray(im.convert('L'))
    assert a.std() > 5, 'blank picture'
    if out:
        open(f'{out}/{name}.png', 'wb').write(o.getvalue())
    print(f'{name}: {im.size[0]}x{im.size[1]}, {len(o.getvalue())} bytes, {1000 * dt:.0f} ms')
    return im


x = np.linspace(0, 10, 500)
fig, axs = plt.subplots(2, 3, figsize=(11, 6), layout='constrained')
axs[0, 0].plot(x, np.sin(x), 'r-', label=r'$\sin(x)\ \alpha_{i}^{2}$')
axs[0, 0].plot(x, np.cos(x), 'b--', label='cos')
axs[0, 0].legend()
axs[0, 1].scatter(
    *np.random.default_rng(0).normal(size=(2, 300)), c=np.arange(300), cmap='viridis', s=12
)
axs[0, 1].set_title('scatter: Ünïcödé')
axs[0, 2].bar(list('abcd'), [3, 1, 4, 1.5], color='C2', hatch='//')
axs[0, 2].set_ylabel('rotated label')
X, Y = np.meshgrid(np.linspace(-2, 2, 60), np.linspace(-2, 2, 60))
Z = np.exp(-(X**2) - Y**2) * np.sin(3 * X)
c = axs[1, 0].contourf(X, Y, Z, 12)
fig.colorbar(c, ax=axs[1, 0])
axs[1, 0].contour(X, Y, Z, 6, colors='k', linewidths=0.5)
axs[1, 1].imshow(Z, extent=(-2, 2, -2, 2), interpolation='bilinear', cmap='magma')
axs[1, 2].hist(np.random.default_rng(1).normal(size=5000), 40, alpha=0.7)
axs[1, 2].set_yscale('log')
axs[1, 2].grid(True)
check(fig, 'grid')
for fmt, head in (
    ('svg', b'<?xml'),
    ('pdf', b'%PDF'),
    ('jpg', b'\xff\xd8\xff'),
    ('webp', b'RIFF'),
    ('ps', b'%!PS'),
):
    o = io.BytesIO()
    fig.savefig(o, format=fmt)
    assert o.getvalue().startswith(head), fmt
    print(fmt, len(o.getvalue()))
plt.close(fig)
fig = plt.figure(figsize=(8, 4))
ax = fig.add_subplot(121, projection='3d')
ax.plot_surface(X, Y, Z, cmap='coolwarm')
ax = fig.add_subplot(122, projection='polar')
ax.plot(x, x % 3)
check(fig, '3d_polar')
plt.close(fig)
fig, ax = plt.subplots()
p = np.random.default_rng(3).random((40, 2))
ax.triplot(p[:, 0], p[:, 1])
ax.tricontour(p[:, 0], p[:, 1], p[:, 0] * p[:, 1])
check(fig, 'triangles_qhull')
plt.close(fig)
fig, ax = plt.subplots()
ax.text(0.5, 0.5, r'$\frac{\sqrt{x^2+1}}{\int_0^\infty e^{-t}dt}$', fontsize=30, ha='center')
check(fig, 'mathtext')
plt.close(fig)
try:
    import pandas as pd

    ax = pd.DataFrame(
        {'a': [1, 3, 2], 'b': [2, 2, 5]}, index=pd.date_range('2026-01-01', periods=3)
    ).plot(title='pandas plot')
    check(ax.figure, 'pandas')
    plt.close(ax.figure)
except ImportError:
    pass
fig, ax = plt.subplots()
ax.plot([1, 2, 3])
t = time.perf_counter()
o = io.BytesIO()
fig.savefig(o)
print(f'one small plot to PNG again: {1000 * (time.perf_counter() - t):.0f} ms')
print('matplotlib smoke test passed')
