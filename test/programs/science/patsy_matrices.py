#>    Intercept  C(g)[T.b]  C(g)[T.c]    x  x:C(k)[T.2]  x:C(k)[T.3]
#> 0        1.0        0.0        0.0  0.5          0.0          0.0
#> 1        1.0        1.0        0.0  1.0          1.0          0.0
#> 2        1.0        0.0        0.0  1.5          0.0          1.5
#> 3        1.0        0.0        1.0  2.0          0.0          0.0
#> 4        1.0        1.0        0.0  2.5          2.5          0.0
#> 5        1.0        0.0        1.0  3.0          0.0          3.0
#> [[-0.69314718  0.25      ]
#>  [ 0.          1.        ]
#>  [ 0.40546511  2.25      ]
#>  [ 0.69314718  4.        ]
#>  [ 0.91629073  6.25      ]
#>  [ 1.09861229  9.        ]]
#> ['Intercept', "C(g, Treatment('b'))[T.a]", "C(g, Treatment('b'))[T.c]"]
#>    bs(x, df=4)[0]  bs(x, df=4)[1]  bs(x, df=4)[2]  bs(x, df=4)[3]
#> 0           0.000           0.000           0.000           0.000
#> 1           0.592           0.176           0.016           0.000
#> 2           0.416           0.448           0.128           0.000
#> 3           0.128           0.448           0.416           0.008
#> 4           0.016           0.176           0.592           0.216
#> 5           0.000           0.000           0.000           1.000
#> (6, 3) [ 1.     -1.25   -1.4639]
#> slice(1, 3, None) [[0. 0. 0. 1. 0. 0.]]
#> [[1. 0. 1. 4. 4. 0.]]
#> (2, 2)
#> Error evaluating factor: NameError: name 'missing' is not defined
import numpy as np
import pandas as pd
import patsy
from patsy import dmatrices, dmatrix

df = pd.DataFrame(
    {
        'y': [1.0, 2.5, 3.1, 4.8, 5.2, 7.0],
        'x': [0.5, 1.0, 1.5, 2.0, 2.5, 3.0],
        'g': ['a', 'b', 'a', 'c', 'b', 'c'],
        'k': [1, 2, 3, 1, 2, 3],
    }
)
y, X = dmatrices('y ~ x + C(g) + x:C(k)', df, return_type='dataframe')
print(X.to_string())
print(dmatrix('np.log(x) + I(x**2) - 1', df))
print(dmatrix("C(g, Treatment('b'))", df).design_info.column_names)
print(dmatrix('bs(x, df=4) - 1', df, return_type='dataframe').round(4).to_string())
print(dmatrix('cr(x, df=3) - 1', df).shape, dmatrix('center(x) + standardize(x)', df)[0].round(4))
info = X.design_info
print(info.slice('C(g)'), info.linear_constraint('x = 0').coefs)
new = patsy.build_design_matrices([info], {'x': [4.0], 'g': ['c'], 'k': [2]})[0]
print(np.asarray(new))
print(dmatrix('x', pd.DataFrame({'x': [1, np.nan, 3]})).shape)
try:
    dmatrix('x + missing', df)
except patsy.PatsyError as error:
    print(str(error).splitlines()[0])
