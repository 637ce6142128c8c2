#>             Coef. Std.Err.       z  P>|z|  [0.025  0.975]
#> Intercept  59.804    0.795  75.181  0.000  58.245  61.363
#> hours       1.970    0.088  22.354  0.000   1.798   2.143
#> Group Var   7.435    0.691                               
#> between schools 7.43 within 17.42
#> of school 3 {'Group': 0.5} True
#> GEE {'Intercept': 59.808, 'hours': 1.97} [0.726, 0.103]
#> quantile 0.9 {'Intercept': 66.84, 'hours': 1.82}
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

rng = np.random.default_rng(41)
schools = np.repeat(np.arange(20), 15)
start = rng.normal(0, 3, 20)[schools]
df = pd.DataFrame({'school': schools, 'hours': rng.uniform(0, 10, 300)})
df['score'] = 60 + 2 * df['hours'] + start + rng.normal(0, 4, 300)

mixed = smf.mixedlm('score ~ hours', df, groups=df['school']).fit()
print(mixed.summary().tables[1].to_string())
print('between schools', round(mixed.cov_re.iloc[0, 0], 2), 'within', round(mixed.scale, 2))
print('of school 3', mixed.random_effects[3].round(2).to_dict(), mixed.converged)

gee = smf.gee(
    'score ~ hours', 'school', df, cov_struct=sm.cov_struct.Exchangeable(), family=sm.families.Gaussian()
).fit()
print('GEE', gee.params.round(3).to_dict(), gee.bse.round(3).tolist())
quantile = smf.quantreg('score ~ hours', df).fit(q=0.9)
print('quantile 0.9', quantile.params.round(2).to_dict())
