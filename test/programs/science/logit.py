#> Optimization terminated successfully.
#>          Current function value: 0.514257
#>          Iterations 6
#>             Coef.  Std.Err.       z  P>|z|  [0.025  0.975]
#> Intercept -6.3398    0.8172 -7.7576    0.0 -7.9416 -4.7381
#> age        0.0715    0.0093  7.6959    0.0  0.0533  0.0897
#> income     0.0737    0.0134  5.5185    0.0  0.0475  0.0999
#> odds ratios {'Intercept': 0.002, 'age': 1.074, 'income': 1.077}
#> pseudo R2 0.2579 log-likelihood -154.277
#> [[113.  34.]
#>  [ 37. 116.]]
#>          dy/dx  Std. Err.        z  Pr(>|z|)  Conf. Int. Low  Cont. Int. Hi.
#> age     0.0122     0.0009  13.6275       0.0          0.0105          0.0140
#> income  0.0126     0.0019   6.7798       0.0          0.0090          0.0162
#> [-3.7772, 0.0421, 0.044]
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

rng = np.random.default_rng(5)
n = 300
df = pd.DataFrame({'age': rng.integers(18, 80, n), 'income': rng.normal(40, 12, n).round(1)})
chance = 1 / (1 + np.exp(-(-4 + 0.05 * df['age'] + 0.04 * df['income'])))
df['bought'] = (rng.random(n) < chance).astype(int)

logit = smf.logit('bought ~ age + income', df).fit()
print(logit.summary2().tables[1].round(4).to_string())
print('odds ratios', np.exp(logit.params).round(3).to_dict())
print('pseudo R2', round(logit.prsquared, 4), 'log-likelihood', round(logit.llf, 3))
print(logit.pred_table())
print(logit.get_margeff().summary_frame().round(4).to_string())
probit = sm.Probit(df['bought'], sm.add_constant(df[['age', 'income']])).fit(disp=False)
print(probit.params.round(4).tolist())
