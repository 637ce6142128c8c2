#> Logistic Regression: 0.983 (+/- 0.014)
#> KNN: 0.961 (+/- 0.038)
#> Random Forest: 0.972 (+/- 0.018)
#> test_accuracy [1.     0.9153 1.    ]
#> test_f1_macro [1.     0.9205 1.    ]
#> train_accuracy [0.9746 0.9832 0.958 ]
#> [0 1] [2 3]
#> [0 1 2 3] [4 5]
#> [0 1 2 3 4 5] [6 7]
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold, TimeSeriesSplit, cross_val_score, cross_validate
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
cv = StratifiedKFold(n_splits=5, shuffle=True, random_state=1)
models = {
    'Logistic Regression': make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)),
    'KNN': make_pipeline(StandardScaler(), KNeighborsClassifier()),
    'Random Forest': RandomForestClassifier(n_estimators=20, random_state=1),
}
for name, model in models.items():
    scores = cross_val_score(model, X, y, cv=cv)
    print(f'{name}: {scores.mean():.3f} (+/- {scores.std():.3f})')
result = cross_validate(models['KNN'], X, y, cv=KFold(3, shuffle=True, random_state=0),
                        scoring=['accuracy', 'f1_macro'], return_train_score=True)
for key in ('test_accuracy', 'test_f1_macro', 'train_accuracy'):
    print(key, result[key].round(4))
for train, test in TimeSeriesSplit(n_splits=3).split(X[:8]):
    print(train, test)
