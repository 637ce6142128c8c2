#: values [{"text": "   a     b\n0  1  0.50\n1  2  1.25"}]
import pandas as pd
pd.DataFrame({'a': [1, 2], 'b': [0.5, 1.25]})
