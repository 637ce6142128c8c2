#>   name  score        day
#> 0  Ada   1.50 2024-01-31
#> 1  Bob   2.25 2024-02-29
#> name                str
#> score           float64
#> day      datetime64[us]
#> dtype: object
#> True ['Sheet1']
#: files ["table.ods"]
import pandas as pd
df = pd.DataFrame({'name': ['Ada', 'Bob'], 'score': [1.5, 2.25], 'day': pd.to_datetime(['2024-01-31', '2024-02-29'])})
df.to_excel('table.ods', index=False)
back = pd.read_excel('table.ods')
print(back, back.dtypes, sep='\n')
print(back.equals(df), pd.ExcelFile('table.ods').sheet_names)
