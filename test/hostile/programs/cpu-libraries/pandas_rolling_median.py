# A window of half the data, moved along it, in C.
# expect: timeout
# stdout contains: before
import numpy as np
import pandas as pd

series = pd.Series(np.random.default_rng().random(1_000_000))
print('before')
series.rolling(500_000, min_periods=1).quantile(0.37)
