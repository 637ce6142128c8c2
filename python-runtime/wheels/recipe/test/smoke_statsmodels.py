import numpy as np
import statsmodels
import statsmodels.api as sm
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.holtwinters import ExponentialSmoothing

print(statsmodels.__version__)
x = np.arange(40.0)
y = 3 * x + 1 + np.sin(x)
assert np.allclose(sm.OLS(y, sm.add_constant(x)).fit().params, [1, 3], atol=0.3)
assert np.allclose(sm.formula.ols('y ~ x', {'x': x, 'y': 3 * x}).fit().params, [0, 3])
assert sm.nonparametric.lowess(y, x).shape == (40, 2)
assert np.isfinite(ARIMA(y, order=(1, 1, 0)).fit().forecast(3)).all()
assert np.isfinite(ExponentialSmoothing(y, trend='add').fit().forecast(3)).all()
assert sm.tsa.STL(y, period=6).fit().trend.shape == (40,)
assert len(sm.datasets.macrodata.load_pandas().data) == 203
