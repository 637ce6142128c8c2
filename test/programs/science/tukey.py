#> 0.00907
#> 0 vs 1: diff = -4.600, p = 0.0144
#> 0 vs 2: diff = -0.260, p = 0.9803
#> 1 vs 2: diff = 4.340, p = 0.0203
#> [-3.649 -8.249 -3.909] [ 3.649 -0.951  3.389]
#> [3.363  0.1901]
from scipy import stats

fertilizer_a = [24.5, 23.5, 26.4, 27.1, 29.9]
fertilizer_b = [28.4, 34.2, 29.5, 32.2, 30.1]
fertilizer_c = [26.1, 28.3, 24.3, 26.2, 27.8]
print(stats.f_oneway(fertilizer_a, fertilizer_b, fertilizer_c).pvalue.round(5))
result = stats.tukey_hsd(fertilizer_a, fertilizer_b, fertilizer_c)
for i, j in [(0, 1), (0, 2), (1, 2)]:
    print(f'{i} vs {j}: diff = {result.statistic[i, j]:.3f}, p = {result.pvalue[i, j]:.4f}')
ci = result.confidence_interval(0.95)
print(ci.low[0].round(3), ci.high[0].round(3))
print(stats.dunnett(fertilizer_b, fertilizer_c, control=fertilizer_a, rng=0).statistic.round(4))
