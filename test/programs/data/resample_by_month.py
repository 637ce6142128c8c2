#: attached {"sales.csv": "date,region,product,units,price\n2024-01-05,North,A,10,2.5\n2024-01-20,South,B,4,10\n2024-02-03,North,B,7,10\n2024-02-14,South,A,,2.5\n2024-03-01,North,A,12,2.75\n"}
#> date
#> 2024-01-31    14.0
#> 2024-02-29     7.0
#> 2024-03-31    12.0
#> Freq: ME
import pandas as pd
df = pd.read_csv('sales.csv', parse_dates=['date']).set_index('date')
print(df['units'].resample('ME').sum().to_string())
