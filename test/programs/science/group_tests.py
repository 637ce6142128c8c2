#> Welch -1.4226 0.16134 47.769
#> z [-3.96123e+00  7.00000e-05]
#> difference -2.1804 0.3736
#> Multiple Comparison of Means - Tukey HSD, FWER=0.05
#> ===================================================
#> group1 group2 meandiff p-adj   lower  upper  reject
#> ---------------------------------------------------
#>      a      b   0.9034 0.3891 -0.7351  2.542  False
#>      a      c   2.7658 0.0004  1.1273 4.4044   True
#>      b      c   1.8624  0.022  0.2239 3.5009   True
#> ---------------------------------------------------
#> [False, True, True] [0.38909, 0.00039, 0.02202]
#> ['a', 'b', 'c']
#> bonferroni 1 [0.008, 0.064, 0.312, 0.328, 0.336, 0.48, 0.592, 1.0]
#> holm 1 [0.008, 0.056, 0.234, 0.234, 0.234, 0.234, 0.234, 0.234]
#> fdr_bh 2 [0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.0846, 0.205]
#> n 63.766
#> power 0.5641
#> [1.9255  0.05417]
#> [0.35615 0.54755]
import numpy as np
import pandas as pd
from statsmodels.stats.multicomp import MultiComparison, pairwise_tukeyhsd
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import proportion_confint, proportions_ztest
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW, ttest_ind, ztest

rng = np.random.default_rng(17)
a, b, c = rng.normal(10, 2, 25), rng.normal(11.5, 2, 25), rng.normal(13, 2.5, 25)
t, p, degrees = ttest_ind(a, b, usevar='unequal')
print('Welch', round(t, 4), round(p, 5), round(degrees, 3))
print('z', np.round(ztest(a, c), 5))
low, high = CompareMeans(DescrStatsW(a), DescrStatsW(b)).tconfint_diff(usevar='unequal')
print('difference', round(low, 4), round(high, 4))

df = pd.DataFrame({'value': np.concatenate([a, b, c]), 'group': np.repeat(['a', 'b', 'c'], 25)})
tukey = pairwise_tukeyhsd(df['value'], df['group'], alpha=0.05)
print(tukey)
print(tukey.reject.tolist(), np.round(tukey.pvalues, 5).tolist())
print(MultiComparison(df['value'], df['group']).groupsunique.tolist())

p_values = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205]
for method in ('bonferroni', 'holm', 'fdr_bh'):
    reject, corrected, _, _ = multipletests(p_values, alpha=0.05, method=method)
    print(method, reject.sum(), corrected.round(4).tolist())

print('n', round(TTestIndPower().solve_power(effect_size=0.5, alpha=0.05, power=0.8), 3))
print('power', round(NormalIndPower().power(0.3, nobs1=100, alpha=0.05), 4))
print(np.round(proportions_ztest([45, 30], [100, 95]), 5))
print(np.round(proportion_confint(45, 100, method='wilson'), 5))
