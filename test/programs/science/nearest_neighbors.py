#> Images: (1797, 8, 8)
#> k=1: 0.9889
#> k=3: 0.9833
#> k=5: 0.9750
#> k=9: 0.9750
#> [[17.2916 20.1742 21.    ]
#>  [27.4408 27.7308 28.7054]]
#> [[2 2 2]
#>  [8 8 8]] [2 8]
#> [ 1.75 10.  ]
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors

digits = load_digits()
print('Images:', digits.images.shape)
X_train, X_test, y_train, y_test = train_test_split(
    digits.data, digits.target, test_size=0.2, random_state=0
)
for k in (1, 3, 5, 9):
    knn = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    print(f'k={k}: {knn.score(X_test, y_test):.4f}')
distances, indices = NearestNeighbors(n_neighbors=3).fit(X_train).kneighbors(X_test[:2])
print(distances.round(4))
print(y_train[indices], y_test[:2])

reg = KNeighborsRegressor(n_neighbors=2, weights='distance').fit([[0], [1], [2], [4]], [0, 1, 4, 16])
print(reg.predict([[1.25], [3]]).round(4))
