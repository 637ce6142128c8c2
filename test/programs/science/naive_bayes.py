#> Mislabeled points out of 75: 4
#> Class means:
#> [[4.976 3.359 1.448 0.234]
#>  [5.935 2.71  4.185 1.3  ]
#>  [6.777 3.092 5.735 2.108]]
#> P(class): [[0.     0.8059 0.1941]]
#> ['spam' 'ham']
#> [[0.3333 0.6667]]
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import BernoulliNB, GaussianNB, MultinomialNB

X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5, random_state=0)
gnb = GaussianNB().fit(X_train, y_train)
mislabeled = (y_test != gnb.predict(X_test)).sum()
print(f'Mislabeled points out of {len(X_test)}: {mislabeled}')
print('Class means:')
print(gnb.theta_.round(3))
print('P(class):', gnb.predict_proba([[6.0, 2.8, 4.9, 1.7]]).round(4))

counts = np.array([[2, 1, 0], [3, 0, 1], [0, 4, 2], [1, 5, 3]])
labels = ['spam', 'spam', 'ham', 'ham']
print(MultinomialNB().fit(counts, labels).predict([[2, 0, 0], [0, 2, 1]]))
print(BernoulliNB().fit(counts > 0, labels).predict_proba([[1, 0, 1]]).round(4))
