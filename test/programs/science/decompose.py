#> 526 {Timestamp('1958-03-01 00:00:00'): 316.1, Timestamp('2001-12-01 00:00:00'): 371.02}
#> [1.3968, 2.4648, 2.93, 2.2865, 0.749, -1.3128, -3.0366, -3.1366, -2.0405, -0.9105, -0.0126, 0.6226]
#> [315.5319, 370.7879]
#> STL [315.058, 330.492, 371.436] [-3.135, -1.881, -0.533]
#> strength of the season 0.9833
#> multiplicative 1.002229
#> [-9.345, -4.116, 0.119] [14.345, 15.116, 15.881]
#> [-23.3718, -20.6184]
#> [[-0.09, 0.08], [2.51, 0.25]]
#: pictures 2
import matplotlib.pyplot as plt
import numpy as np
import statsmodels.api as sm
from statsmodels.tsa.seasonal import MSTL, STL, seasonal_decompose

co2 = sm.datasets.co2.load_pandas().data['co2'].resample('MS').mean().ffill()
print(len(co2), co2.iloc[[0, -1]].round(3).to_dict())
parts = seasonal_decompose(co2, model='additive', period=12)
print(parts.seasonal.iloc[:12].round(4).tolist())
print(parts.trend.dropna().iloc[[0, -1]].round(4).tolist())
stl = STL(co2, seasonal=13, robust=True).fit()
print('STL', stl.trend.iloc[[0, 200, -1]].round(3).tolist(), stl.seasonal.iloc[-3:].round(3).tolist())
strength = 1 - stl.resid.var() / (stl.resid + stl.seasonal).var()
print('strength of the season', round(strength, 4))
ratio = seasonal_decompose(co2, model='multiplicative', period=12)
print('multiplicative', ratio.seasonal.iloc[4].round(6))

sunspots = sm.datasets.sunspots.load_pandas().data
cycle, trend = sm.tsa.filters.hpfilter(sunspots['SUNACTIVITY'], lamb=1600)
print(cycle.iloc[:3].round(3).tolist(), trend.iloc[:3].round(3).tolist())
cycle = sm.tsa.filters.bkfilter(sunspots['SUNACTIVITY'], 6, 32, 12)
print(cycle.iloc[:2].round(4).tolist())

hours = np.arange(24 * 21)
load = 100 + 10 * np.sin(2 * np.pi * hours / 24) + 5 * np.sin(2 * np.pi * hours / 168)
print(MSTL(load, periods=(24, 168)).fit().seasonal[:2].round(2).tolist())

stl.plot()
parts.plot()
plt.show()
