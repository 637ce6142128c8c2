#>       Surv prob  Surv prob SE  num at risk  num events
#> Time                                                  
#> 0.01     0.9917        0.0083          120         1.0
#> 0.40     0.9833        0.0117          119         1.0
#> 0.49     0.9750        0.0143          118         1.0
#> median 19.32
#> log-rank [3.695  0.0546]
#> hazard ratios [1.0421 0.5361] [0.0061 0.0192]
#> PCA [0.0, 0.9033, 0.9766] [216.785  17.599]
#> communality [0.96 0.95 0.89 0.98]
#>                          Value  Num DF    Den DF  F Value  Pr > F
#> Wilks' lambda           0.9391     6.0  110.0000   0.5856  0.7412
#> Pillai's trace          0.0616     6.0  112.0000   0.5932  0.7352
#> Hotelling-Lawley trace  0.0642     6.0   71.5828   0.5834  0.7424
#> Roy's greatest root     0.0503     3.0   56.0000   0.9393  0.4279
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf
from statsmodels.multivariate.factor import Factor
from statsmodels.multivariate.manova import MANOVA
from statsmodels.multivariate.pca import PCA

rng = np.random.default_rng(53)
n = 120
df = pd.DataFrame({'age': rng.normal(60, 8, n), 'treated': rng.integers(0, 2, n)})
time = rng.exponential(20 * np.exp(-0.03 * (df['age'] - 60) + 0.6 * df['treated']))
censored = rng.uniform(5, 40, n)
df['time'] = np.minimum(time, censored).round(2)
df['died'] = (time <= censored).astype(int)

survival = sm.SurvfuncRight(df['time'], df['died'])
print(survival.summary().head(3).round(4).to_string())
print('median', survival.quantile(0.5))
print('log-rank', np.round(sm.duration.survdiff(df['time'], df['died'], df['treated']), 4))
cox = smf.phreg('time ~ age + treated', df, status=df['died'].values, ties='efron').fit()
print('hazard ratios', np.exp(cox.params).round(4), cox.pvalues.round(4))

iris = rng.normal(0, 1, (60, 2)) @ rng.normal(0, 1, (2, 4)) + rng.normal(0, 0.3, (60, 4))
pca = PCA(iris, ncomp=2)
print('PCA', pca.rsquare.round(4).tolist(), pca.eigenvals.round(3))
print('communality', Factor(iris, n_factor=2).fit().communality.round(2))
frame = pd.DataFrame(iris, columns=list('abcd')).assign(group=np.tile(['u', 'v', 'w'], 20))
manova = MANOVA.from_formula('a + b + c ~ group', frame).mv_test()
print(manova.results['group']['stat'].astype(float).round(4).to_string())
