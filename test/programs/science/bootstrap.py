#> median = 33424.8, 95% CI = (30644.0, 38974.2)
#> standard error = 1942.48
#> mean, BCa: (32302.9, 37928.4)
#> permutation test: difference = -3.0804, p = 0.002
#> by hand: [32042.2 37681.8]
import numpy as np
from scipy import stats

rng = np.random.default_rng(10)
salaries = rng.lognormal(10.5, 0.4, 60)
res = stats.bootstrap((salaries,), np.median, n_resamples=999, confidence_level=0.95,
                      method='percentile', rng=np.random.default_rng(0))
ci = res.confidence_interval
print(f'median = {np.median(salaries):.1f}, 95% CI = ({ci.low:.1f}, {ci.high:.1f})')
print(f'standard error = {res.standard_error:.2f}')
bca = stats.bootstrap((salaries,), np.mean, n_resamples=999, rng=np.random.default_rng(0))
print(f'mean, BCa: ({bca.confidence_interval.low:.1f}, {bca.confidence_interval.high:.1f})')


def difference(a, b, axis=-1):
    return np.mean(a, axis=axis) - np.mean(b, axis=axis)


a, b = rng.normal(10, 2, 20), rng.normal(12, 2, 20)
test = stats.permutation_test((a, b), difference, n_resamples=999, vectorized=True,
                              rng=np.random.default_rng(0))
print(f'permutation test: difference = {test.statistic:.4f}, p = {test.pvalue:.3f}')
means = [rng.choice(salaries, size=len(salaries)).mean() for _ in range(500)]
print('by hand:', np.percentile(means, [2.5, 97.5]).round(1))
