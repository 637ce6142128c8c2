#> Estimated number of clusters: 2
#> Noise points: 1
#> Core samples: 242
#> ARI: 0.992
#> Silhouette: 0.2829
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score, silhouette_score
from sklearn.preprocessing import StandardScaler

X, y = make_moons(n_samples=250, noise=0.07, random_state=2)
X = StandardScaler().fit_transform(X)
db = DBSCAN(eps=0.3, min_samples=5).fit(X)
labels = db.labels_
n_clusters = len(set(labels)) - (1 if -1 in labels else 0)
print('Estimated number of clusters:', n_clusters)
print('Noise points:', np.sum(labels == -1))
print('Core samples:', len(db.core_sample_indices_))
print('ARI:', round(adjusted_rand_score(y, labels), 4))
print('Silhouette:', round(silhouette_score(X, labels), 4))

for label in sorted(set(labels)):
    mask = labels == label
    plt.scatter(X[mask, 0], X[mask, 1], s=12, label='Noise' if label == -1 else f'Cluster {label}')
plt.legend()
plt.title('DBSCAN')
plt.show()
