#> OOB score: 1.000
#> Test accuracy: 1.000
#> income    0.571
#> age       0.294
#> visits    0.110
#> noise     0.025
#> dtype: float64
#> {'age': 0.16, 'income': 0.3, 'visits': 0.143, 'noise': 0.0}
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(7)
n = 400
df = pd.DataFrame({
    'age': rng.integers(18, 70, n),
    'income': rng.normal(40000, 12000, n).round(-2),
    'visits': rng.poisson(4, n),
    'noise': rng.random(n).round(3),
})
df['bought'] = ((df['income'] > 42000) & (df['visits'] >= 3) | (df['age'] < 25)).astype(int)
X, y = df.drop(columns='bought'), df['bought']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

rf = RandomForestClassifier(n_estimators=60, max_depth=6, oob_score=True, random_state=0)
rf.fit(X_train, y_train)
print(f'OOB score: {rf.oob_score_:.3f}')
print(f'Test accuracy: {rf.score(X_test, y_test):.3f}')
importances = pd.Series(rf.feature_importances_, index=X.columns).sort_values(ascending=False)
print(importances.round(3))
result = permutation_importance(rf, X_test, y_test, n_repeats=3, random_state=0)
print(dict(zip(X.columns, result.importances_mean.round(3).tolist())))
