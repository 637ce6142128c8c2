#> 0.8
import pandas as pd
a, b = pd.Series([1, 2, 3, 9]), pd.Series([1, 3, 2, 8])
print(round(a.rank().corr(b.rank()), 6))
