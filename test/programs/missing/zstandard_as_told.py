#> 3
#: files ["a.csv.zst"]
import compression.zstd
import pandas as pd
with compression.zstd.open('a.csv.zst', 'wt') as file:
    file.write('a,b\n1,2\n')
print(pd.read_csv(compression.zstd.open('a.csv.zst', 'rt')).sum().sum())
