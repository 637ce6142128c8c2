#> a = 2.4841 ± 0.0349
#> tau = 1.6815 ± 0.0481
#> c = 0.5085 ± 0.0132
#> R² = 0.99240
#> bounded: [2.    1.956 0.541]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.optimize import curve_fit


def model(t, a, tau, c):
    return a * np.exp(-t / tau) + c


rng = np.random.default_rng(3)
t = np.linspace(0, 10, 50)
y = model(t, 2.5, 1.7, 0.5) + rng.normal(0, 0.05, t.size)
popt, pcov = curve_fit(model, t, y, p0=[1, 1, 0])
perr = np.sqrt(np.diag(pcov))
for name, value, error in zip(('a', 'tau', 'c'), popt, perr):
    print(f'{name} = {value:.4f} ± {error:.4f}')
residuals = y - model(t, *popt)
r2 = 1 - (residuals**2).sum() / ((y - y.mean()) ** 2).sum()
print(f'R² = {r2:.5f}')
bounded, _ = curve_fit(model, t, y, bounds=([0, 0, 0], [2, 5, 1]))
print('bounded:', bounded.round(3))

plt.errorbar(t, y, yerr=0.05, fmt='.', label='data')
plt.plot(t, model(t, *popt), 'r-', label=f'fit: a={popt[0]:.2f}, τ={popt[1]:.2f}')
plt.xlabel('t')
plt.legend()
plt.show()
