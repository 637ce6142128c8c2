#> choice   A   B   C
#> gender            
#> F       15  20  25
#> M       20  18  12
#> chi2 = 4.5153, p = 0.1046, dof = 2
#> Expected:
#> [[19.09 20.73 20.18]
#>  [15.91 17.27 16.82]]
#> Cramér's V = 0.2026
#> goodness of fit: 2.0000, p = 0.8491
#> Fisher: odds ratio = 20.00, p = 0.03497
#> binomial: p = 0.11130
import numpy as np
import pandas as pd
from scipy import stats

survey = pd.DataFrame({
    'gender': ['M'] * 50 + ['F'] * 60,
    'choice': ['A'] * 20 + ['B'] * 18 + ['C'] * 12 + ['A'] * 15 + ['B'] * 20 + ['C'] * 25,
})
table = pd.crosstab(survey['gender'], survey['choice'])
print(table)
chi2, p, dof, expected = stats.chi2_contingency(table)
print(f'chi2 = {chi2:.4f}, p = {p:.4f}, dof = {dof}')
print('Expected:')
print(expected.round(2))
n = table.to_numpy().sum()
print(f"Cramér's V = {np.sqrt(chi2 / (n * (min(table.shape) - 1))):.4f}")

gof = stats.chisquare([16, 18, 16, 14, 12, 12], f_exp=[88 / 6] * 6)
print(f'goodness of fit: {gof.statistic:.4f}, p = {gof.pvalue:.4f}')
odds, p = stats.fisher_exact([[8, 2], [1, 5]])
print(f'Fisher: odds ratio = {odds:.2f}, p = {p:.5f}')
print(f'binomial: p = {stats.binomtest(36, 50, 0.6).pvalue:.5f}')
