#> Mann-Whitney U = 66.5, p = 0.2260
#> exact: U = 3.0, p = 0.2000
#> Wilcoxon W = 3.0, p = 0.0078
#> Friedman = 7.8000, p = 0.0202
#> KS D = 0.3000, p = 0.7869
#> rank sums p = 0.2123
#> Brunner-Munzel p = 0.2100
from scipy.stats import brunnermunzel, friedmanchisquare, ks_2samp, mannwhitneyu, ranksums, wilcoxon

before = [125, 130, 118, 140, 136, 128, 145, 132, 121, 138]
after = [118, 127, 119, 131, 130, 125, 137, 133, 115, 129]
other = [122, 128, 117, 136, 129, 131, 139, 126, 119, 134]

u, p = mannwhitneyu(before, after, alternative='two-sided')
print(f'Mann-Whitney U = {u}, p = {p:.4f}')
exact = mannwhitneyu([1.1, 2.2, 3.3, 4.4], [2.5, 3.5, 4.5, 5.5], method='exact')
print(f'exact: U = {exact.statistic}, p = {exact.pvalue:.4f}')
w = wilcoxon(before, after)
print(f'Wilcoxon W = {w.statistic}, p = {w.pvalue:.4f}')
f = friedmanchisquare(before, after, other)
print(f'Friedman = {f.statistic:.4f}, p = {f.pvalue:.4f}')
ks = ks_2samp(before, after)
print(f'KS D = {ks.statistic:.4f}, p = {ks.pvalue:.4f}')
print(f'rank sums p = {ranksums(before, after).pvalue:.4f}')
print(f'Brunner-Munzel p = {brunnermunzel(before, after).pvalue:.4f}')
