#> |   a | b   |
#> |----:|:----|
#> |   1 | x   |
#> |   2 | y   |
import pandas as pd
print(pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']}).to_markdown(index=False))
