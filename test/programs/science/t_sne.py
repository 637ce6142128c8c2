#> (120, 2) float32
#> trustworthy: True
#> classes apart: True
#: pictures 1
import matplotlib.pyplot as plt
from sklearn.datasets import load_digits
from sklearn.manifold import TSNE, trustworthiness
from sklearn.neighbors import KNeighborsClassifier

digits = load_digits(n_class=3)
X, y = digits.data[:120], digits.target[:120]
embedding = TSNE(n_components=2, perplexity=15, max_iter=300, init='pca', random_state=0).fit_transform(X)
print(embedding.shape, embedding.dtype)
print('trustworthy:', trustworthiness(X, embedding, n_neighbors=5) > 0.9)
knn = KNeighborsClassifier(3).fit(embedding, y)
print('classes apart:', knn.score(embedding, y) > 0.97)

plt.scatter(embedding[:, 0], embedding[:, 1], c=y, cmap='tab10')
plt.colorbar(label='digit')
plt.title('t-SNE')
plt.show()
