#: pictures 1
#: values [{"text": "<Axes: ylabel='Density'>"}]
import pandas as pd
pd.Series([1, 2, 4]).plot(kind='kde')
