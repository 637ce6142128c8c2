#> t = -3.0866, p = 0.0031
#> Welch: t = -3.0866, p = 0.0031, df = 57.93
#> 95% CI: [-15.586, -3.323]
#> paired: t = -2.8892, p = 0.0072
#> one sample: t = 4.4044, p = 0.00013
#> Cohen's d = 0.7970
#> Reject H0
import numpy as np
from scipy import stats

rng = np.random.default_rng(42)
control = rng.normal(100, 15, 30)
treatment = rng.normal(108, 15, 30)

t, p = stats.ttest_ind(control, treatment)
print(f't = {t:.4f}, p = {p:.4f}')
welch = stats.ttest_ind(control, treatment, equal_var=False)
print(f'Welch: t = {welch.statistic:.4f}, p = {welch.pvalue:.4f}, df = {welch.df:.2f}')
ci = welch.confidence_interval(0.95)
print(f'95% CI: [{ci.low:.3f}, {ci.high:.3f}]')
paired = stats.ttest_rel(control, treatment)
print(f'paired: t = {paired.statistic:.4f}, p = {paired.pvalue:.4f}')
one = stats.ttest_1samp(treatment, popmean=100)
print(f'one sample: t = {one.statistic:.4f}, p = {one.pvalue:.5f}')
pooled = np.sqrt((control.var(ddof=1) + treatment.var(ddof=1)) / 2)
print(f"Cohen's d = {(treatment.mean() - control.mean()) / pooled:.4f}")
print('Reject H0' if p < 0.05 else 'Fail to reject H0')
