#> [9, 2] {'a': dtype('int64')} str
import pandas as pd
df = pd.DataFrame({'a': [1, 2]})
df.loc[0, 'a'] = 9
print(df['a'].tolist(), df.dtypes.to_dict(), pd.Series(['x']).dtype)
