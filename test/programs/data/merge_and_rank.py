#> id,x,y,_merge
#> 1,9.0,,left_only
#> 2,7.0,p,both
#> 3,8.0,q,both
#> 4,,r,right_only
#> [1.0, 3.0, 2.0]
import pandas as pd
a = pd.DataFrame({'id': [1, 2, 3], 'x': [9, 7, 8]})
b = pd.DataFrame({'id': [2, 3, 4], 'y': ['p', 'q', 'r']})
merged = a.merge(b, on='id', how='outer', indicator=True)
print(merged.to_csv(index=False), end='')
print(a['x'].rank(ascending=False).tolist())
