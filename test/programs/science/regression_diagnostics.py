#> Durbin-Watson 1.7991
#> Breusch-Pagan [6.9546, 0.0734, 2.3918, 0.0733]
#> White [10.8862, 0.2836, 1.2216, 0.2919]
#> Goldfeld-Quandt 0.6748 0.907 increasing
#> Breusch-Godfrey [0.77, 0.6804, 0.3647, 0.6954]
#> Jarque-Bera [1.2337, 0.5396, 0.2692, 3.0792]
#> Omnibus [1.5703, 0.456]
#> RESET 0.177
#> VIF [1.0, 4.437, 1.009, 4.426]
#> far out [10, 41]
#> {'dfb_const': 0.2019, 'dfb_x1': -0.0831, 'dfb_x2': -0.0217, 'dfb_x3': 0.1928, 'cooks_d': 0.025, 'standard_resid': 1.7125, 'hat_diag': 0.033, 'dffits_internal': 0.3162, 'student_resid': 1.7302, 'dffits': 0.3195}
#> [0.164  0.311  0.1483 0.3239]
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.stats.api as sms
from statsmodels.stats.diagnostic import acorr_breusch_godfrey, het_breuschpagan, het_white, linear_reset
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson, jarque_bera, omni_normtest

rng = np.random.default_rng(37)
n = 100
df = pd.DataFrame({'x1': rng.normal(0, 1, n), 'x2': rng.normal(0, 1, n)})
df['x3'] = 0.8 * df['x1'] + rng.normal(0, 0.4, n)
df['y'] = 1 + 2 * df['x1'] - df['x2'] + rng.normal(0, 1 + 0.8 * df['x1'].abs(), n)
X = sm.add_constant(df[['x1', 'x2', 'x3']])
model = sm.OLS(df['y'], X).fit()

print('Durbin-Watson', round(durbin_watson(model.resid), 4))
for name, test in [('Breusch-Pagan', het_breuschpagan), ('White', het_white)]:
    print(name, np.round(test(model.resid, model.model.exog), 4).tolist())
f, p, order = sms.het_goldfeldquandt(model.resid, model.model.exog, result_object=False)
print('Goldfeld-Quandt', round(f, 4), round(p, 4), order)
print('Breusch-Godfrey', np.round(acorr_breusch_godfrey(model, nlags=2, result_object=False), 4).tolist())
print('Jarque-Bera', np.round(jarque_bera(model.resid), 4).tolist())
print('Omnibus', np.round(omni_normtest(model.resid), 4).tolist())
print('RESET', round(float(linear_reset(model, power=2, use_f=True).pvalue), 4))
print('VIF', [round(float(variance_inflation_factor(X.values, i)), 3) for i in range(4)])
influence = OLSInfluence(model)
print('far out', np.flatnonzero(np.abs(influence.resid_studentized_external) > 2.5).tolist())
print(influence.summary_frame().iloc[0].round(4).to_dict())
print(model.get_robustcov_results('HAC', maxlags=2).bse.round(4))
