#> (80, 2) [[0.1576, 0.66], [9.9453, 3.2731]]
#> [0.8349, 3.3968]
#> [0.0, 1.0]
#> [0.1576 0.66  ]
#: pictures 3
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
import statsmodels.api as sm

rng = np.random.default_rng(47)
df = pd.DataFrame({'x': rng.uniform(0, 10, 80)})
df['y'] = np.sqrt(df['x']) + rng.normal(0, 0.2, 80)
df['passed'] = (df['y'] > 2).astype(int)
ax = sns.regplot(data=df, x='x', y='y', lowess=True)
line = ax.get_lines()[0].get_xydata()
print(line.shape, line[[0, -1]].round(4).tolist())
plt.show()
ax = sns.regplot(data=df, x='x', y='y', robust=True, ci=None)
print(ax.get_lines()[0].get_ydata()[[0, -1]].round(4).tolist())
plt.show()
ax = sns.regplot(data=df, x='x', y='passed', logistic=True, ci=None)
print(ax.get_lines()[0].get_ydata()[[0, -1]].round(4).tolist())
plt.show()
print(sm.nonparametric.lowess(df['y'], df['x'])[0].round(4))
