#> [[4.00000e+00 5.00000e+00 1.41000e-01 2.00000e+00]
#>  [6.00000e+00 7.00000e+00 4.31700e+00 2.00000e+00]
#>  [2.00000e+00 3.00000e+00 4.88400e+00 2.00000e+00]
#>  [0.00000e+00 1.00000e+00 5.52300e+00 2.00000e+00]
#>  [1.00000e+01 1.10000e+01 2.35980e+01 4.00000e+00]
#>  [8.00000e+00 1.20000e+01 5.04330e+01 6.00000e+00]
#>  [9.00000e+00 1.30000e+01 2.10066e+02 8.00000e+00]]
#> cophenetic correlation: 0.9866
#> Oslo: 3
#> Bergen: 3
#> Rome: 3
#> Milan: 3
#> Cairo: 2
#> Giza: 2
#> Tokyo: 1
#> Osaka: 1
#> [2, 2, 4]
#: pictures 1
import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import cophenet, dendrogram, fcluster, linkage
from scipy.spatial.distance import pdist
from sklearn.cluster import AgglomerativeClustering

names = ['Oslo', 'Bergen', 'Rome', 'Milan', 'Cairo', 'Giza', 'Tokyo', 'Osaka']
places = np.array([[59.9, 10.8], [60.4, 5.3], [41.9, 12.5], [45.5, 9.2],
                   [30.0, 31.2], [29.9, 31.1], [35.7, 139.7], [34.7, 135.5]])
Z = linkage(places, method='ward')
print(Z.round(3))
print('cophenetic correlation:', round(cophenet(Z, pdist(places))[0], 4))
clusters = fcluster(Z, t=3, criterion='maxclust')
for name, cluster in zip(names, clusters):
    print(f'{name}: {cluster}')
model = AgglomerativeClustering(n_clusters=3).fit(places)
print(sorted(np.bincount(model.labels_).tolist()))

plt.figure(figsize=(8, 4))
dendrogram(Z, labels=names)
plt.ylabel('Distance')
plt.title('Hierarchical Clustering Dendrogram')
plt.show()
