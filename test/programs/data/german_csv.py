#: attached {"werte.csv": "name;wert\nä;1.234,5\nß;2,25\n"}
#> {'name': ['ä', 'ß'], 'wert': [1234.5, 2.25]}
import pandas as pd
df = pd.read_csv('werte.csv', sep=';', decimal=',', thousands='.')
print(df.to_dict('list'))
