#> {'one': {'a': [1, 2]}, 'two': {'b': ['x']}}
#: files ["book.xlsx"]
import pandas as pd
with pd.ExcelWriter('book.xlsx') as writer:
    pd.DataFrame({'a': [1, 2]}).to_excel(writer, sheet_name='one', index=False)
    pd.DataFrame({'b': ['x']}).to_excel(writer, sheet_name='two', index=False)
print({name: sheet.to_dict('list') for name, sheet in pd.read_excel('book.xlsx', sheet_name=None).items()})
