#> bandwidth factor: 0.33145
#> modes near [-1.95  3.25]
#> P(x > 0) = 0.42113
#> at 0: [0.06356] [0.01551]
#> 2-D: [0.1801] (1, 3)
#> scikit-learn: [0.03006 0.11145]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.signal import argrelmax
from scipy.stats import gaussian_kde
from sklearn.neighbors import KernelDensity

rng = np.random.default_rng(6)
data = np.concatenate([rng.normal(-2, 0.8, 150), rng.normal(3, 1.2, 100)])
kde = gaussian_kde(data)
x = np.linspace(-6, 8, 281)
density = kde(x)
print('bandwidth factor:', round(kde.factor, 5))
print('modes near', x[argrelmax(density)[0]].round(2))
print('P(x > 0) =', round(kde.integrate_box_1d(0, np.inf), 5))
narrow = gaussian_kde(data, bw_method=0.1)
print('at 0:', kde(0).round(5), narrow(0).round(5))
both = gaussian_kde(rng.multivariate_normal([0, 0], [[1, 0.6], [0.6, 1]], 200).T)
print('2-D:', both([[0], [0]]).round(4), kde.resample(3, seed=1).shape)
skl = KernelDensity(bandwidth=0.5).fit(data[:, None])
print('scikit-learn:', np.exp(skl.score_samples([[0.0], [3.0]])).round(5))

plt.hist(data, bins=30, density=True, alpha=0.4)
plt.plot(x, density, label='Scott')
plt.plot(x, narrow(x), label='bw = 0.1')
plt.legend()
plt.title('Kernel density estimate')
plt.show()
