#> Explained variance ratio: [0.7296 0.2285]
#> Total: 0.9581
#> Loadings:
#>   sepal length (cm): [0.5211 0.3774]
#>   sepal width (cm): [-0.2693  0.9233]
#>   petal length (cm): [0.5804 0.0245]
#>   petal width (cm): [0.5649 0.0669]
#> Reconstruction error: 0.04187
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

iris = load_iris()
X = StandardScaler().fit_transform(iris.data)
pca = PCA(n_components=2)
X_pca = pca.fit_transform(X)
print('Explained variance ratio:', pca.explained_variance_ratio_.round(4))
print('Total:', round(pca.explained_variance_ratio_.sum(), 4))
print('Loadings:')
for name, loading in zip(iris.feature_names, pca.components_.T):
    print(f'  {name}: {loading.round(4)}')
print('Reconstruction error:', round(np.mean((X - pca.inverse_transform(X_pca)) ** 2), 5))

for target, name in enumerate(iris.target_names):
    mask = iris.target == target
    plt.scatter(X_pca[mask, 0], X_pca[mask, 1], label=name, alpha=0.7)
plt.xlabel('PC1')
plt.ylabel('PC2')
plt.legend()
plt.title('PCA of Iris')
plt.show()
