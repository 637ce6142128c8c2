#> Best params: {'clf__C': 0.1}
#> Best CV score: 0.7272
#> Test score: 0.82
#>    param_clf__C  mean_test_score  rank_test_score
#> 0          0.01           0.7205                2
#> 1          0.10           0.7272                1
#> 2          1.00           0.7205                2
#> ['num__age' 'num__fare' 'cat__sex_female' 'cat__sex_male' 'cat__port_C'
#>  'cat__port_Q' 'cat__port_S']
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

rng = np.random.default_rng(42)
n = 200
df = pd.DataFrame({
    'age': rng.integers(18, 80, n).astype(float),
    'fare': rng.gamma(2, 15, n).round(2),
    'sex': rng.choice(['male', 'female'], n),
    'port': rng.choice(['C', 'Q', 'S'], n),
})
df['survived'] = ((df['sex'] == 'female') ^ (rng.random(n) < 0.2)).astype(int)
df.loc[::15, 'age'] = np.nan

numeric = Pipeline([('imputer', SimpleImputer(strategy='median')), ('scaler', StandardScaler())])
preprocessor = ColumnTransformer([
    ('num', numeric, ['age', 'fare']),
    ('cat', OneHotEncoder(handle_unknown='ignore'), ['sex', 'port']),
])
pipe = Pipeline([('prep', preprocessor), ('clf', LogisticRegression(max_iter=500))])
X_train, X_test, y_train, y_test = train_test_split(
    df.drop(columns='survived'), df['survived'], test_size=0.25, random_state=0
)
grid = GridSearchCV(pipe, {'clf__C': [0.01, 0.1, 1]}, cv=4, scoring='accuracy', n_jobs=-1)
grid.fit(X_train, y_train)
print('Best params:', grid.best_params_)
print('Best CV score:', round(grid.best_score_, 4))
print('Test score:', round(grid.score(X_test, y_test), 4))
print(pd.DataFrame(grid.cv_results_)[['param_clf__C', 'mean_test_score', 'rank_test_score']].round(4))
print(grid.best_estimator_[:-1].get_feature_names_out())
