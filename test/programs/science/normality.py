#> normal: W = 0.9860 (p = 0.5321)
#>   D'Agostino K² = 2.8828 (p = 0.2366)
#>   Jarque-Bera = 2.2438, KS = 0.0662
#>   skew = -0.2458, kurtosis = 0.6568
#> exponential: W = 0.8584 (p = 3.125e-07)
#>   D'Agostino K² = 26.5926 (p = 1.681e-06)
#>   Jarque-Bera = 39.6300, KS = 0.1428
#>   skew = 1.4232, kurtosis = 1.9461
#> Anderson-Darling: 0.3393, p = 0.1500
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy import stats

rng = np.random.default_rng(1)
samples = {'normal': rng.normal(50, 5, 80), 'exponential': rng.exponential(5, 80)}
for name, data in samples.items():
    shapiro = stats.shapiro(data)
    dagostino = stats.normaltest(data)
    jb = stats.jarque_bera(data)
    ks = stats.kstest((data - data.mean()) / data.std(ddof=1), 'norm')
    print(f'{name}: W = {shapiro.statistic:.4f} (p = {shapiro.pvalue:.4g})')
    print(f"  D'Agostino K² = {dagostino.statistic:.4f} (p = {dagostino.pvalue:.4g})")
    print(f'  Jarque-Bera = {jb.statistic:.4f}, KS = {ks.statistic:.4f}')
    print(f'  skew = {stats.skew(data):.4f}, kurtosis = {stats.kurtosis(data):.4f}')
anderson = stats.anderson(samples['normal'], dist='norm', method='interpolate')
print(f'Anderson-Darling: {anderson.statistic:.4f}, p = {anderson.pvalue:.4f}')

fig, axes = plt.subplots(1, 2, figsize=(9, 4))
for ax, (name, data) in zip(axes, samples.items()):
    stats.probplot(data, dist='norm', plot=ax)
    ax.set_title(f'Q-Q plot: {name}')
plt.tight_layout()
plt.show()
