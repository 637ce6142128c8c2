#>                             OLS Regression Results
#> ==============================================================================
#> Dep. Variable:                  price   R-squared:                       0.975
#> Model:                            OLS   Adj. R-squared:                  0.974
#> Method:                 Least Squares   F-statistic:                     1115.
#> No. Observations:                 120   AIC:                             972.9
#> Df Residuals:                     115   BIC:                             986.8
#> Df Model:                           4
#> Covariance Type:            nonrobust
#> ========================================================================================
#>                            coef    std err          t      P>|t|      [0.025      0.975]
#> ----------------------------------------------------------------------------------------
#> Intercept              113.0071      4.982     22.684      0.000     103.139     122.875
#> C(district)[T.north]   -51.5554      3.227    -15.978      0.000     -57.947     -45.164
#> C(district)[T.south]   -62.5114      3.145    -19.878      0.000     -68.741     -56.282
#> area                     2.4821      0.038     65.146      0.000       2.407       2.558
#> rooms                    7.3964      0.907      8.158      0.000       5.600       9.192
#> ==============================================================================
#> Omnibus:                        3.653   Durbin-Watson:                   2.519
#> Prob(Omnibus):                  0.161   Jarque-Bera (JB):                3.262
#> Skew:                           0.261   Prob(JB):                        0.196
#> Kurtosis:                       3.617   Cond. No.                         448.
#> ==============================================================================
#>
#> Notes:
#> [1] Standard Errors assume that the covariance matrix of the errors is correctly specified.
#> {'Intercept': 113.007, 'C(district)[T.north]': -51.555, 'C(district)[T.south]': -62.511, 'area': 2.482, 'rooms': 7.396}
#>                            0       1
#> Intercept             103.14  122.88
#> C(district)[T.north]  -57.95  -45.16
#> C(district)[T.south]  -68.74  -56.28
#> area                    2.41    2.56
#> rooms                   5.60    9.19
#>     mean  mean_se  mean_ci_lower  mean_ci_upper  obs_ci_lower  obs_ci_upper
#> 0  269.8     2.51         264.84         274.77         242.3        297.31
#> True 0.974
import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

rng = np.random.default_rng(1)
n = 120
df = pd.DataFrame(
    {
        'area': rng.uniform(40, 160, n).round(1),
        'rooms': rng.integers(1, 6, n),
        'district': rng.choice(['center', 'north', 'south'], n),
    }
)
extra = df['district'].map({'center': 60.0, 'north': 10.0, 'south': 0.0})
df['price'] = 50 + 2.5 * df['area'] + 8 * df['rooms'] + extra + rng.normal(0, 15, n)

model = smf.ols('price ~ area + rooms + C(district)', data=df).fit()
# Without the lines of the date and the time.
for line in model.summary().as_text().splitlines():
    if not line.startswith(('Date:', 'Time:')):
        print(line.rstrip())
print(model.params.round(3).to_dict())
print(model.conf_int().round(2))
new = pd.DataFrame({'area': [75.0], 'rooms': [3], 'district': ['north']})
print(model.get_prediction(new).summary_frame(alpha=0.05).round(2).to_string())
print(model.f_test('rooms = 0').pvalue < 0.001, round(model.rsquared_adj, 4))
