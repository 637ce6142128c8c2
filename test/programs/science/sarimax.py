#> {'intercept': 5.4, 'x1': 31.5, 'ar.L1': 0.7, 'ar.S.L12': -0.6, 'sigma2': 47.1}
#> 96 25 -284.0
#> [281, 292, 302, 305, 302, 292, 278, 268, 261, 260, 266, 279]
#>    lb_stat  lb_pvalue
#> 6      4.4        0.6
#> -557.8876 [299.6402 301.9324 303.8858] 2.30606
#>              realgdp  realcons  realinv
#> const        0.00153   0.00546 -0.02390
#> L1.realgdp  -0.27943  -0.10047 -1.97097
#> L1.realcons  0.67502   0.26864  4.41416
#> L1.realinv   0.03322   0.02574  0.22548
#> L2.realgdp   0.00822  -0.12317  0.38079
#> L2.realcons  0.29046   0.23250  0.80028
#> L2.realinv  -0.00732   0.02350 -0.12408
#> [[ 0.00503  0.00537  0.00512]
#>  [ 0.00594  0.00785 -0.00302]]
#> 0.44482 [[-0.2794, 0.675, 0.0332], [-0.1005, 0.2686, 0.0257], [-1.971, 4.4142, 0.2255]]
import numpy as np
import pandas as pd
import statsmodels.api as sm

rng = np.random.default_rng(23)
months = pd.date_range('2015-01-01', periods=96, freq='MS')
t = np.arange(96)
promotion = (rng.random(96) < 0.2).astype(float)
shocks = rng.normal(0, 5, 96)
for i in range(12, 96):
    shocks[i] += 0.6 * shocks[i - 1] - 0.4 * shocks[i - 12]
sales = pd.Series(
    200 + 0.8 * t + 25 * np.sin(2 * np.pi * t / 12) + 30 * promotion + shocks, index=months
)
model = sm.tsa.statespace.SARIMAX(
    sales, exog=promotion, order=(1, 0, 0), seasonal_order=(1, 1, 0, 12), trend='c'
)
result = model.fit(disp=False)
print(result.params.round(1).to_dict())
print(result.nobs, result.model.k_states, round(result.llf, 0))
forecast = result.forecast(steps=12, exog=np.zeros((12, 1)))
print(forecast.round(0).astype(int).tolist())
resid = result.resid.iloc[13:]
print(sm.stats.acorr_ljungbox(resid, lags=[6]).round(1).to_string())

# A state space model filtered and smoothed with what is known.
level = sm.tsa.UnobservedComponents(sales, level='local linear trend', seasonal=12)
fixed = level.smooth([20.0, 0.5, 0.01, 1.0])
print(round(fixed.llf, 4), fixed.level.smoothed[-3:].round(4), fixed.trend.filtered[-1].round(5))

macro = sm.datasets.macrodata.load_pandas().data
growth = np.log(macro[['realgdp', 'realcons', 'realinv']]).diff().dropna()
var = sm.tsa.VAR(growth).fit(2)
print(var.params.round(5).to_string())
print(var.forecast(growth.values[-2:], 2).round(5))
print(round(var.test_causality('realgdp', 'realinv').pvalue, 5), var.irf(4).irfs[1].round(4).tolist())
