#> [1]
import sqlite3
import pandas as pd
print(pd.read_sql('select 1 as one', sqlite3.connect(':memory:')).one.tolist())
