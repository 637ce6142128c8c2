#: pictures 1
import pandas as pd
pd.Series([1, 2, 4]).plot(kind='kde')
