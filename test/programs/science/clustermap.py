#> groups stay together: True
#> (8, 4) (9, 6)
#: pictures 1
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns

rng = np.random.default_rng(3)
base = rng.normal(0, 1, (3, 6))
genes = pd.DataFrame(
    np.vstack([base[i % 3] + rng.normal(0, 0.2, 6) for i in range(9)]),
    index=[f'gene{i}' for i in range(9)],
    columns=[f's{i}' for i in range(6)],
)
grid = sns.clustermap(genes, method='average', metric='euclidean', z_score=0, cmap='vlag', figsize=(6, 6))
order = [i % 3 for i in grid.dendrogram_row.reordered_ind]
print('groups stay together:', sum(a != b for a, b in zip(order, order[1:])) == 2)
print(grid.dendrogram_row.linkage.shape, grid.data2d.shape)
plt.show()
