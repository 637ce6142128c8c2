#>              mean    std
#> species                 
#> setosa      1.462  0.174
#> versicolor  4.260  0.470
#> virginica   5.552  0.552
#> 3.91 0.213
#: pictures 3
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.datasets import load_iris

iris = load_iris(as_frame=True)
df = iris.frame.rename(columns=lambda name: name.replace(' (cm)', ''))
df['species'] = iris.target_names[iris.target]
print(df.groupby('species')['petal length'].describe()[['mean', 'std']].round(3))

fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4))
sns.kdeplot(data=df, x='petal length', hue='species', fill=True, ax=left)
sns.kdeplot(data=df, x='sepal length', y='sepal width', levels=5, ax=right)
line = left.collections[0].get_paths()[0].vertices
print(np.ptp(line[:, 0]).round(2), line[:, 1].max().round(3))
plt.tight_layout()
plt.show()

df['petal length'].plot(kind='kde', title='pandas')
plt.show()
sns.histplot(df, x='sepal length', kde=True)
plt.show()
