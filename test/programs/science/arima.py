#> ADF -2.286 0.177 after difference 0.0
#> KPSS 0.4069
#> ACF [1.     0.6138 0.3006 0.1135 0.0233]
#> {'x1': 0.61, 'ar.L1': 0.5, 'ma.L1': 0.2, 'sigma2': 0.87}
#> AIC 410.5
#> 2024-07-31    190.9
#> 2024-08-31    191.1
#> 2024-09-30    191.5
#> 2024-10-31    192.0
#> 2024-11-30    192.6
#> 2024-12-31    193.1
#> Freq: ME
#>             lower y  upper y
#> 2024-11-30    185.0    200.0
#> 2024-12-31    184.0    202.0
#> best (1, 1, 0)
#: pictures 1
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from statsmodels.graphics.tsaplots import plot_acf, plot_pacf
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.stattools import acf, adfuller, kpss

rng = np.random.default_rng(21)
n = 150
noise = rng.normal(0, 1, n)
steps = np.zeros(n)
for i in range(1, n):
    steps[i] = 0.3 + 0.6 * steps[i - 1] + noise[i]
index = pd.date_range('2012-01-31', periods=n, freq='ME')
series = pd.Series(100 + steps.cumsum(), index=index)

statistic, p_value, *_ = adfuller(series, result_object=False)
print('ADF', round(statistic, 3), round(p_value, 3), 'after difference', round(adfuller(series.diff().dropna(), result_object=False)[1], 4))
print('KPSS', round(kpss(series.diff().dropna(), nlags=5, result_object=False)[0], 4))
print('ACF', acf(series.diff().dropna(), nlags=4).round(4))

result = ARIMA(series, order=(1, 1, 1), trend='t').fit()
print(result.params.round(2).to_dict())
print('AIC', round(result.aic, 1))
forecast = result.get_forecast(steps=6)
print(forecast.predicted_mean.round(1).to_string())
print(forecast.conf_int().round(0).tail(2).to_string())
orders = {order: ARIMA(series, order=order).fit().aic for order in [(0, 1, 0), (1, 1, 0), (2, 1, 0)]}
print('best', min(orders, key=orders.get))

figure, axes = plt.subplots(3, 1, figsize=(8, 9))
plot_acf(series.diff().dropna(), ax=axes[0], lags=20)
plot_pacf(series.diff().dropna(), ax=axes[1], lags=20)
series.plot(ax=axes[2])
forecast.predicted_mean.plot(ax=axes[2], style='--')
plt.tight_layout()
plt.show()
