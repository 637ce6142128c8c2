#: attached {"sales.csv": "date,region,product,units,price\n2024-01-05,North,A,10,2.5\n2024-01-20,South,B,4,10\n2024-02-03,North,B,7,10\n2024-02-14,South,A,,2.5\n2024-03-01,North,A,12,2.75\n"}
#> region
#> North    128.0
#> South     40.0
#> product     A    B
#> region            
#> North    22.0  7.0
#> South     0.0  4.0
#> 2 {'date': 'datetime64[us]', 'region': 'str', 'product': 'str', 'units': 'float64', 'price': 'float64', 'revenue': 'float64'}
import pandas as pd
df = pd.read_csv('sales.csv', parse_dates=['date'])
df['revenue'] = df['units'] * df['price']
print(df.groupby('region')['revenue'].sum().to_string())
print(df.pivot_table(index='region', columns='product', values='units', aggfunc='sum').to_string())
print(df.isna().sum().sum(), df.dtypes.astype(str).to_dict())
