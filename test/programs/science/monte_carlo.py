#> Monte Carlo: 8.0309 ± 0.0418, 95% CI [7.9489, 8.1128]
#> Black-Scholes: 8.0214, inside: True
#> VaR 95%: 0.2983, skew: 0.0017
#> 1000 [-1.2247  0.      1.2247] 2.0
#> quasi Monte Carlo pi: 3.171875
#> [[0.1003 0.9419]
#>  [0.4516 0.5599]
#>  [0.9677 0.0625]] 3.0
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy import stats
from scipy.stats import qmc

rng = np.random.default_rng(123)
S0, K, r, sigma, T = 100, 105, 0.05, 0.2, 1.0
z = rng.standard_normal(100_000)
ST = S0 * np.exp((r - 0.5 * sigma**2) * T + sigma * np.sqrt(T) * z)
payoff = np.exp(-r * T) * np.maximum(ST - K, 0)
price, se = payoff.mean(), stats.sem(payoff)
low, high = stats.norm.interval(0.95, loc=price, scale=se)
d1 = (np.log(S0 / K) + (r + sigma**2 / 2) * T) / (sigma * np.sqrt(T))
exact = S0 * stats.norm.cdf(d1) - K * np.exp(-r * T) * stats.norm.cdf(d1 - sigma * np.sqrt(T))
print(f'Monte Carlo: {price:.4f} ± {se:.4f}, 95% CI [{low:.4f}, {high:.4f}]')
print(f'Black-Scholes: {exact:.4f}, inside: {low <= exact <= high}')
returns = np.log(ST / S0)
print(f'VaR 95%: {-np.percentile(returns, 5):.4f}, skew: {stats.skew(returns):.4f}')
print(stats.describe(returns[:1000].round(4)).nobs, stats.zscore([1, 2, 3]).round(4), stats.iqr([1, 2, 3, 4, 9]))
sobol = qmc.Sobol(d=2, scramble=False).random(256)
print('quasi Monte Carlo pi:', 4 * (np.sum(sobol**2, axis=1) < 1).mean())
print(qmc.LatinHypercube(d=2, rng=1).random(3).round(4), stats.trim_mean([1, 2, 3, 4, 100], 0.2))

plt.hist(ST, bins=80, color='steelblue')
plt.axvline(K, color='red', linestyle='--', label='strike')
plt.legend()
plt.show()
