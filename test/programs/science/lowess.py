#> (120, 2) [[0.1251, 0.2146], [5.2113, -0.1989], [9.9441, 0.7311]]
#> [ 1.0937 -0.2916  1.6903]
#> [3960.072 3964.065 3968.058]
#> 0.3023 [0.2781 0.4765] 1.1687
#> [ 1.0942 -0.2853] [-0.277  0.486]
#> [0.1917 0.375  0.6   ]
#: pictures 1
import matplotlib.pyplot as plt
import numpy as np
import statsmodels.api as sm
from statsmodels.nonparametric.kernel_regression import KernelReg
from statsmodels.nonparametric.smoothers_lowess import lowess

rng = np.random.default_rng(31)
x = rng.uniform(0, 10, 120)
y = np.sin(x) + 0.1 * x + rng.normal(0, 0.3, 120)
smooth = lowess(y, x, frac=0.25)
print(smooth.shape, smooth[[0, 60, -1]].round(4).tolist())
print(lowess(y, x, frac=0.25, it=0, xvals=[2.0, 5.0, 8.0]).round(4))
years = np.arange(1990, 2020)
print(lowess(years**2 / 1000, years, return_sorted=False)[:3].round(3))

kde = sm.nonparametric.KDEUnivariate(y)
kde.fit(bw='scott')
print(round(kde.bw, 4), kde.evaluate([0.0, 1.0]).round(4), round(kde.entropy, 4))
mean, effects = KernelReg(y, x, 'c', bw=[0.5], rng=0).fit([2.0, 5.0])
print(mean.round(4), effects.ravel().round(4))
print(sm.distributions.ECDF(y)([0.0, 0.5, 1.0]).round(4))

plt.scatter(x, y, s=12)
plt.plot(*smooth.T, color='red')
plt.show()
