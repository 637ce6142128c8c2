#> norm     [6.17, 3.4] KS = 0.084 AIC = 2646.3
#> expon    [0.0, 6.17] KS = 0.236 AIC = 2821.1
#> gamma    [3.28, 0.0, 1.88] KS = 0.021 AIC = 2538.0
#> lognorm  [0.59, 0.0, 5.26] KS = 0.053 AIC = 2559.5
#> 0.84134 [ 6.0801 13.9199] [ 6.7103 13.2897]
#> [0.343 0.441 0.189 0.027] 0.32085
#> 2.2622 0.05 3.8853
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy import stats

data = stats.gamma.rvs(a=3, scale=2, size=500, random_state=np.random.default_rng(5))
x = np.linspace(0.01, data.max(), 200)
plt.hist(data, bins=30, density=True, alpha=0.4, color='gray', label='data')
for dist in (stats.norm, stats.expon, stats.gamma, stats.lognorm):
    fixed = {} if dist is stats.norm else {'floc': 0}
    params = dist.fit(data, **fixed)
    ks = stats.kstest(data, dist(*params).cdf)
    log_likelihood = dist.logpdf(data, *params).sum()
    aic = 2 * (len(params) - len(fixed)) - 2 * log_likelihood
    print(f'{dist.name:8s} {[round(float(v), 2) for v in params]} KS = {ks.statistic:.3f} AIC = {aic:.1f}')
    plt.plot(x, dist.pdf(x, *params), label=dist.name)
plt.legend()
plt.title('Fitted distributions')
plt.show()

norm = stats.norm(loc=10, scale=2)
print(norm.cdf(12).round(5), norm.ppf([0.025, 0.975]).round(4), np.round(norm.interval(0.9), 4))
print(stats.binom.pmf(range(4), n=3, p=0.3).round(4), stats.poisson.cdf(2, mu=3.5).round(5))
print(stats.t.ppf(0.975, df=9).round(4), stats.chi2.sf(5.99, 2).round(4), stats.f.isf(0.05, 2, 12).round(4))
