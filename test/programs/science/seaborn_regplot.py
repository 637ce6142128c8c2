#> y = 3.178 x + 5.378, r² = 0.8871
#> True
#: pictures 3
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from scipy import stats

rng = np.random.default_rng(0)
df = pd.DataFrame({'spend': rng.uniform(1, 10, 60).round(2)})
df['sales'] = (3.2 * df['spend'] + 5 + rng.normal(0, 3, 60)).round(2)
df['region'] = np.where(rng.random(60) < 0.5, 'north', 'south')
fit = stats.linregress(df['spend'], df['sales'])
print(f'y = {fit.slope:.3f} x + {fit.intercept:.3f}, r² = {fit.rvalue**2:.4f}')

fig, ax = plt.subplots()
sns.regplot(data=df, x='spend', y='sales', ax=ax, seed=1)
line = ax.lines[0]
print(np.allclose(np.diff(line.get_ydata()) / np.diff(line.get_xdata()), fit.slope))
ax.set_title('Sales by spend')
plt.show()

sns.lmplot(data=df, x='spend', y='sales', hue='region', seed=1)
plt.show()
sns.jointplot(data=df, x='spend', y='sales', kind='kde')
plt.show()
