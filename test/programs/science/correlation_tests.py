#> Pearson r = 0.9777, p = 1.058e-06
#> 95% CI [0.9054, 0.9949]
#> Spearman rho = 0.9758, p = 1.468e-06
#> Kendall tau = 0.9111, p = 2.976e-05
#> point biserial = 0.7807
#>         hours   score   sleep
#> hours  1.0000  0.9777 -0.7984
#> score  0.9777  1.0000 -0.7660
#> sleep -0.7984 -0.7660  1.0000
#>         hours   score   sleep
#> hours  1.0000  0.9758 -0.7941
#> score  0.9758  1.0000 -0.7629
#> sleep -0.7941 -0.7629  1.0000
#>         hours   score   sleep
#> hours  1.0000  0.9111 -0.6617
#> score  0.9111  1.0000 -0.6617
#> sleep -0.6617 -0.6617  1.0000
#> -0.6617
import numpy as np
import pandas as pd
from scipy.stats import kendalltau, pearsonr, pointbiserialr, spearmanr

hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
score = [52, 55, 61, 58, 68, 72, 70, 80, 85, 88]
r, p = pearsonr(hours, score)
print(f'Pearson r = {r:.4f}, p = {p:.3e}')
ci = pearsonr(hours, score).confidence_interval()
print(f'95% CI [{ci.low:.4f}, {ci.high:.4f}]')
rho, p = spearmanr(hours, score)
print(f'Spearman rho = {rho:.4f}, p = {p:.3e}')
tau, p = kendalltau(hours, score)
print(f'Kendall tau = {tau:.4f}, p = {p:.3e}')
print(f'point biserial = {pointbiserialr([0, 0, 0, 0, 1, 0, 1, 1, 1, 1], score).statistic:.4f}')

df = pd.DataFrame({'hours': hours, 'score': score, 'sleep': [8, 7, 8, 6, 7, 6, 7, 5, 6, 5]})
for method in ('pearson', 'spearman', 'kendall'):
    print(df.corr(method=method).round(4))
print(np.round(df['hours'].corr(df['sleep'], method='kendall'), 4))
