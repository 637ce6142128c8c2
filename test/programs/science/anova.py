#>          mean    std  count
#> group                      
#> A      84.333  6.890      6
#> B      88.667  3.830      6
#> C      86.000  6.603      6
#> F = 0.8134, p = 0.4620
#> Levene: 0.6813 (p = 0.5209)
#> Bartlett: 1.6818 (p = 0.4313)
#> Kruskal-Wallis: H = 0.8521, p = 0.6531
#> eta squared = 0.0978
import pandas as pd
from scipy import stats

df = pd.DataFrame({
    'group': ['A'] * 6 + ['B'] * 6 + ['C'] * 6,
    'score': [85, 86, 88, 75, 78, 94, 91, 92, 93, 85, 87, 84, 79, 78, 88, 94, 92, 85],
})
groups = [g['score'].to_numpy(float) for _, g in df.groupby('group')]
f_stat, p_value = stats.f_oneway(*groups)
print(df.groupby('group')['score'].agg(['mean', 'std', 'count']).round(3))
print(f'F = {f_stat:.4f}, p = {p_value:.4f}')

levene = stats.levene(*groups)
bartlett = stats.bartlett(*groups)
print(f'Levene: {levene.statistic:.4f} (p = {levene.pvalue:.4f})')
print(f'Bartlett: {bartlett.statistic:.4f} (p = {bartlett.pvalue:.4f})')
kruskal = stats.kruskal(*groups)
print(f'Kruskal-Wallis: H = {kruskal.statistic:.4f}, p = {kruskal.pvalue:.4f}')
grand = df['score'].mean()
ss_between = sum(len(g) * (g.mean() - grand) ** 2 for g in groups)
print(f'eta squared = {ss_between / ((df["score"] - grand) ** 2).sum():.4f}')
