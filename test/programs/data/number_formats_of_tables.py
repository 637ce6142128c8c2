#>      a             b             c      d     e
#> 0  1.0  1.000000e+10  1.000000e-09  100.0   inf
#> 1  2.5  1.000000e-01           NaN   -3.0  1.25
#> 0     0.1
#> 1     0.2
#> 2    10.0
#> 0    1.0+2.0j
#> 1    0.0+0.5j
#>      x
#> 0 1.23
#> 1 2.00
#>            x
#> 0  1.235e+00
#> 1  0.000e+00
import numpy as np, pandas as pd
print(pd.DataFrame({'a': [1.0, 2.50], 'b': [1e10, 0.1], 'c': [1e-9, np.nan], 'd': [100.0, -3.0], 'e': [np.inf, 1.25]}))
print(pd.Series([0.10, 0.200, 10.0]).to_string(), pd.Series([1 + 2j, 0.5j]).to_string(), sep='\n')
print(pd.DataFrame({'x': [1.23456789, 2.0]}).to_string(float_format='%.2f', na_rep='-'))
with pd.option_context('display.precision', 3, 'display.chop_threshold', 0.01):
    print(pd.DataFrame({'x': [1.23456789, 0.0001]}))
