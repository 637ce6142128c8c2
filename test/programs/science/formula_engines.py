#>    Intercept  x  C(g)[T.b]  C(g)[T.c]
#> 0        1.0  1          0          0
#> 1        1.0  2          1          0
#> 2        1.0  3          0          1
#> 3        1.0  4          0          0
#> 4        1.0  5          1          0
#> 5        1.0  6          0          1
#> ['Intercept', 'log(x)', 'x:g[a]', 'x:g[b]', 'x:g[c]'] (6, 1)
#>    Intercept  poly(x, 2)[1]  poly(x, 2)[2]  center(x)
#> 0        1.0        -0.5976         0.5455       -2.5
#> 1        1.0        -0.3586        -0.1091       -1.5
#> 2        1.0        -0.1195        -0.4364       -0.5
#> 3        1.0         0.1195        -0.4364        0.5
#> 4        1.0         0.3586        -0.1091        1.5
#> 5        1.0         0.5976         0.5455        2.5
#> {'Intercept': 0.0944, 'C(g)[T.b]': 0.0778, 'C(g)[T.c]': -0.7944, 'x': 1.0222}
#> True formulaic
import numpy as np
import pandas as pd
import statsmodels.formula
import statsmodels.formula.api as smf
from formulaic import Formula, model_matrix

df = pd.DataFrame({'y': [1.2, 2.0, 2.5, 4.1, 5.5, 5.3], 'x': [1, 2, 3, 4, 5, 6], 'g': list('abcabc')})
print(model_matrix('x + C(g)', df).to_string())
y, X = Formula('y ~ log(x) + x:g').get_model_matrix(df)
print(X.columns.tolist(), y.shape)
print(model_matrix('poly(x, 2) + center(x)', df).round(4).to_string())

by_patsy = smf.ols('y ~ x + C(g)', df).fit()
statsmodels.formula.options.formula_engine = 'formulaic'
by_formulaic = smf.ols('y ~ x + C(g)', df).fit()
print(by_formulaic.params.round(4).to_dict())
print(np.allclose(by_patsy.params, by_formulaic.params), statsmodels.formula.options.formula_engine)
