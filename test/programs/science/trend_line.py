#>           coef  std err       t  P>|t|   [0.025   0.975]
#> const -28.5831   4.6694 -6.1214    0.0 -38.3931 -18.7731
#> year    0.0213   0.0023  9.2107    0.0   0.0165   0.0262
#> R-squared: 0.8250   p-value: 3.12e-08
#> Theil-Sen slope: 0.0216 [0.0159, 0.0268]
#> Mann-Kendall tau: 0.6737, p = 7.75e-06
#: pictures 1
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from scipy import stats

years = np.arange(2005, 2025)
rng = np.random.default_rng(20)
temperature = 14.2 + 0.025 * (years - 2005) + rng.normal(0, 0.08, years.size)
result = stats.linregress(years, temperature)
n = years.size
t_crit = stats.t.ppf(0.975, n - 2)
summary = pd.DataFrame({
    'coef': [result.intercept, result.slope],
    'std err': [result.intercept_stderr, result.stderr],
}, index=['const', 'year'])
summary['t'] = summary['coef'] / summary['std err']
summary['P>|t|'] = 2 * stats.t.sf(summary['t'].abs(), n - 2)
summary['[0.025'] = summary['coef'] - t_crit * summary['std err']
summary['0.975]'] = summary['coef'] + t_crit * summary['std err']
print(summary.round(4).to_string())
print(f'R-squared: {result.rvalue**2:.4f}   p-value: {result.pvalue:.2e}')
theil = stats.theilslopes(temperature, years)
print(f'Theil-Sen slope: {theil.slope:.4f} [{theil.low_slope:.4f}, {theil.high_slope:.4f}]')
tau = stats.kendalltau(years, temperature)
print(f'Mann-Kendall tau: {tau.statistic:.4f}, p = {tau.pvalue:.2e}')

fitted = result.intercept + result.slope * years
se = np.sqrt(((temperature - fitted) ** 2).sum() / (n - 2)) * np.sqrt(
    1 / n + (years - years.mean()) ** 2 / ((years - years.mean()) ** 2).sum())
plt.plot(years, temperature, 'o', label='observed')
plt.plot(years, fitted, 'r', label=f'trend: {result.slope * 10:.2f} °C per decade')
plt.fill_between(years, fitted - t_crit * se, fitted + t_crit * se, color='r', alpha=0.2)
plt.legend()
plt.title('Temperature trend')
plt.show()
