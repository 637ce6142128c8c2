#> ['const', 'GNPDEFL', 'GNP', 'UNEMP', 'ARMED', 'POP', 'YEAR']
#> const     -3.482259e+06
#> GNPDEFL    1.506190e+01
#> GNP       -3.580000e-02
#> UNEMP     -2.020200e+00
#> ARMED     -1.033200e+00
#> POP       -5.110000e-02
#> YEAR       1.829151e+03
#> R2 0.995479 AIC 233.2349 BIC 238.643
#> t [-3.911, 0.177, -1.07, -4.136, -4.822, -0.226, 4.016]
#> p [0.00356, 0.86314, 0.31268, 0.00254, 0.00094, 0.82621, 0.00304]
#> condition number 4.859e+09
#> OLS [1.531  0.6928] [0.1946 0.0336]
#> HC3 [1.531  0.6928] [0.1488 0.0381]
#> WLS [1.4639 0.7082] [0.0924 0.0287]
#> Huber [1.4335 0.7268] [0.1541 0.0266]
#> [4.9951 9.8449]
#> 57 0.065
import numpy as np
import statsmodels.api as sm

data = sm.datasets.longley.load_pandas()
X = sm.add_constant(data.exog)
result = sm.OLS(data.endog, X).fit()
print(X.columns.tolist())
print(result.params.round(4).to_string())
print('R2', round(result.rsquared, 6), 'AIC', round(result.aic, 4), 'BIC', round(result.bic, 4))
print('t', result.tvalues.round(3).tolist())
print('p', result.pvalues.round(5).tolist())
print('condition number %.4g' % result.condition_number)

rng = np.random.default_rng(3)
x = np.linspace(0, 10, 60)
y = 1.5 + 0.7 * x + rng.normal(0, 0.2 + 0.1 * x)
exog = sm.add_constant(x)
plain = sm.OLS(y, exog).fit()
robust = sm.OLS(y, exog).fit(cov_type='HC3')
weighted = sm.WLS(y, exog, weights=1 / (0.2 + 0.1 * x) ** 2).fit()
huber = sm.RLM(y, exog, M=sm.robust.norms.HuberT()).fit()
for name, fit in [('OLS', plain), ('HC3', robust), ('WLS', weighted), ('Huber', huber)]:
    print(name, fit.params.round(4), fit.bse.round(4))
print(plain.predict([[1, 5.0], [1, 12.0]]).round(4))
influence = plain.get_influence()
print(influence.cooks_distance[0].argmax(), influence.hat_matrix_diag.max().round(4))
