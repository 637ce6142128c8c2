#> simple [81.4621, 81.4621] 5931.57
#> Holt [79.6418, 79.1685, 78.7189]
#> Holt-Winters [91.1, 101.3, 109.6, 115.2, 113.7, 105.7]
#> SSE 228.0
#> MAE 1.56
#: pictures 1
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from statsmodels.tsa.holtwinters import ExponentialSmoothing, Holt, SimpleExpSmoothing

t = np.arange(60)
rng = np.random.default_rng(29)
index = pd.date_range('2019-01-01', periods=60, freq='MS')
visits = pd.Series((50 + 0.7 * t) * (1 + 0.2 * np.sin(2 * np.pi * t / 12)) + rng.normal(0, 2, 60), index=index)

simple = SimpleExpSmoothing(visits, initialization_method='estimated').fit(smoothing_level=0.3, optimized=False)
print('simple', simple.forecast(2).round(4).tolist(), round(simple.sse, 3))
holt = Holt(visits, damped_trend=True, initialization_method='estimated').fit(
    smoothing_level=0.4, smoothing_trend=0.1, damping_trend=0.95, optimized=False
)
print('Holt', holt.forecast(3).round(4).tolist())
winters = ExponentialSmoothing(visits, trend='add', seasonal='mul', seasonal_periods=12).fit()
print('Holt-Winters', winters.forecast(6).round(1).tolist())
print('SSE', round(winters.sse, 0))
error = (winters.fittedvalues - visits).abs().mean()
print('MAE', round(error, 2))

ax = visits.plot(label='visits')
winters.fittedvalues.plot(ax=ax, label='fitted')
winters.forecast(12).plot(ax=ax, style='--', label='forecast')
ax.legend()
plt.show()
