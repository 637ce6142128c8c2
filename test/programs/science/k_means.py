#> k=1 inertia=2978.59 silhouette=-
#> k=2 inertia=1351.37 silhouette=0.483
#> k=3 inertia=708.77 silhouette=0.515
#> k=4 inertia=369.53 silhouette=0.580
#> Centers:
#>  [[-1.659  2.761]
#>  [-1.441  7.781]
#>  [ 0.855  4.441]
#>  [ 1.979  0.835]]
#> Sizes: [72, 73, 74, 81]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import silhouette_score

X, _ = make_blobs(n_samples=300, centers=4, cluster_std=0.8, random_state=0)

inertias = []
for k in range(1, 8):
    km = KMeans(n_clusters=k, n_init=10, random_state=42).fit(X)
    inertias.append(km.inertia_)
    score = f'{silhouette_score(X, km.labels_):.3f}' if k > 1 else '-'
    if k <= 4:
        print(f'k={k} inertia={km.inertia_:.2f} silhouette={score}')

kmeans = KMeans(n_clusters=4, n_init=10, random_state=42).fit(X)
centers = kmeans.cluster_centers_[kmeans.cluster_centers_[:, 0].argsort()]
print('Centers:\n', centers.round(3))
print('Sizes:', sorted(np.bincount(kmeans.labels_).tolist()))

fig, (ax1, ax2) = plt.subplots(1, 2, figsize=(11, 4))
ax1.plot(range(1, 8), inertias, marker='o')
ax1.set(title='Elbow Method', xlabel='k', ylabel='Inertia')
ax2.scatter(X[:, 0], X[:, 1], c=kmeans.labels_, cmap='viridis', s=20)
ax2.scatter(*kmeans.cluster_centers_.T, c='red', marker='X', s=150)
ax2.set_title('Clusters')
plt.tight_layout()
plt.show()
