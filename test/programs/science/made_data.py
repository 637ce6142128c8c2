#> (120, 6) -18.5716 [61 59]
#> [ 13.544  96.172  67.216 196.009 160.829]
#> [2 1 1 2 0 0]
#> {'C': np.float64(1.9628)} 0.9167
#> [1, 0.01, 0.1]
#> {'C': 0.01} [1, 2, 2, 4]
#> tracking_selection [684, 559, 629, 192, 835] int64
#> reservoir_sampling [798, 68, 283, 577, 391] int64
#> pool [684, 559, 629, 192, 835] int64
import numpy as np
from scipy.stats import loguniform
from sklearn.datasets import make_blobs, make_classification, make_regression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
from sklearn.utils.random import sample_without_replacement

X, y = make_classification(n_samples=120, n_features=6, random_state=0)
print(X.shape, round(float(X.sum()), 4), np.bincount(y))
print(make_regression(n_samples=5, n_features=2, random_state=0)[1].round(3))
print(make_blobs(n_samples=6, random_state=0)[1])

search = RandomizedSearchCV(
    LogisticRegression(), {'C': loguniform(1e-3, 1e3)}, n_iter=5, random_state=0, cv=3
).fit(X, y)
print({name: round(value, 4) for name, value in search.best_params_.items()}, round(search.best_score_, 4))
search = RandomizedSearchCV(
    LogisticRegression(), {'C': [0.01, 0.1, 1, 10, 100]}, n_iter=3, random_state=0, cv=3
).fit(X, y)
print([each['C'] for each in search.cv_results_['params']])
grid = GridSearchCV(LogisticRegression(), {'C': [0.01, 0.1, 1, 10]}, cv=3).fit(X, y)
print(grid.best_params_, grid.cv_results_['rank_test_score'].tolist())
for method in ('tracking_selection', 'reservoir_sampling', 'pool'):
    sample = sample_without_replacement(1000, 5, method=method, random_state=0)
    print(method, sample.tolist(), sample.dtype)
