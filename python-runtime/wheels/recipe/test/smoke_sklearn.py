import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression

print(sklearn.__version__)
x = np.arange(10.0).reshape(-1, 1)
assert np.allclose(LinearRegression().fit(x, 3 * x[:, 0]).coef_, 3)
assert len(set(KMeans(2, random_state=0).fit(x).labels_)) == 2
assert RandomForestClassifier(5, random_state=0).fit(x, x[:, 0] > 4).score(x, x[:, 0] > 4) == 1
