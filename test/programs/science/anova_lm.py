#>                 df    sum_sq  mean_sq        F  PR(>F)
#> C(treatment)   2.0  105.1307  52.5653  28.5931     0.0
#> Residual      45.0   82.7278   1.8384      NaN     NaN
#>                                  sum_sq    df        F  PR(>F)
#> C(treatment, Sum)              105.1307   2.0  31.6576  0.0000
#> C(sex, Sum)                     12.2954   1.0   7.4049  0.0094
#> C(treatment, Sum):C(sex, Sum)    0.6942   2.0   0.2090  0.8122
#> Residual                        69.7382  42.0      NaN     NaN
#>                                   sum_sq    df          F  PR(>F)
#> Intercept                      7576.3035   1.0  4562.8440  0.0000
#> C(treatment, Sum)               105.1307   2.0    31.6576  0.0000
#> C(sex, Sum)                      12.2954   1.0     7.4049  0.0094
#> C(treatment, Sum):C(sex, Sum)     0.6942   2.0     0.2090  0.8122
#> Residual                         69.7382  42.0        NaN     NaN
#>    df_resid      ssr  df_diff  ss_diff       F  Pr(>F)
#> 0      45.0  82.7278      0.0      NaN     NaN     NaN
#> 1      42.0  69.7382      3.0  12.9895  2.6077  0.0641
#> {'C(treatment, Sum)': 0.5596, 'C(sex, Sum)': 0.0655, 'C(treatment, Sum):C(sex, Sum)': 0.0037, 'Residual': 0.3712}
#>            F Value  Num DF  Den DF  Pr > F
#> treatment  39.5038     2.0    14.0     0.0
import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.formula.api import ols
from statsmodels.stats.anova import AnovaRM, anova_lm

rng = np.random.default_rng(11)
df = pd.DataFrame(
    [
        (treatment, sex, subject, 10 + 2 * i + 1.5 * j + rng.normal(0, 1.5))
        for i, treatment in enumerate(['placebo', 'low', 'high'])
        for j, sex in enumerate(['f', 'm'])
        for subject in range(8)
    ],
    columns=['treatment', 'sex', 'subject', 'score'],
)
one_way = ols('score ~ C(treatment)', data=df).fit()
print(sm.stats.anova_lm(one_way, typ=1).round(4).to_string())
two_way = ols('score ~ C(treatment, Sum) * C(sex, Sum)', data=df).fit()
for kind in (2, 3):
    print(anova_lm(two_way, typ=kind).round(4).to_string())
print(anova_lm(one_way, two_way).round(4).to_string())
eta = anova_lm(two_way, typ=2)
print((eta['sum_sq'] / eta['sum_sq'].sum()).round(4).to_dict())
repeated = df.groupby(['subject', 'treatment'], as_index=False)['score'].mean()
print(AnovaRM(repeated, 'score', 'subject', within=['treatment']).fit().anova_table.round(4).to_string())
