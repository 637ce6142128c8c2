#> True
#> RandomForestClassifier True
#> True 0.9933
#> True
#: files ["data.joblib.gz","model.joblib"]
import os

import joblib
import numpy as np
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier

X, y = load_iris(return_X_y=True)
model = RandomForestClassifier(n_estimators=10, random_state=0).fit(X, y)
joblib.dump(model, 'model.joblib')
joblib.dump({'X': X, 'y': y}, 'data.joblib.gz', compress=3)
print(os.path.getsize('model.joblib') > 5000)

loaded = joblib.load('model.joblib')
data = joblib.load('data.joblib.gz')
print(type(loaded).__name__, (loaded.predict(X) == model.predict(data['X'])).all())
print(np.array_equal(data['X'], X), round(loaded.score(X, y), 4))
print(joblib.hash(np.arange(3, dtype='int64')) == joblib.hash(np.arange(3, dtype='int64')))
