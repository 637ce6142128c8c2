#>      model  train_r2  test_r2  non_zero
#>   Ridge(1)    0.5358   0.4419        10
#> Ridge(100)    0.5216   0.4341        10
#>   Lasso(1)    0.5329   0.4358         8
#> ElasticNet    0.5239   0.4349        10
#>    RidgeCV    0.5347   0.4379        10
#> best alpha: 10.0
import pandas as pd
from sklearn.datasets import load_diabetes
from sklearn.linear_model import ElasticNet, Lasso, Ridge, RidgeCV
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_diabetes(return_X_y=True, as_frame=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
scaler = StandardScaler().fit(X_train)

models = {
    'Ridge(1)': Ridge(alpha=1.0),
    'Ridge(100)': Ridge(alpha=100.0),
    'Lasso(1)': Lasso(alpha=1.0, tol=1e-8),
    'ElasticNet': ElasticNet(alpha=0.5, l1_ratio=0.5, tol=1e-8),
    'RidgeCV': RidgeCV(alphas=[0.1, 1, 10, 100]),
}
rows = []
for name, model in models.items():
    model.fit(scaler.transform(X_train), y_train)
    rows.append({
        'model': name,
        'train_r2': model.score(scaler.transform(X_train), y_train),
        'test_r2': model.score(scaler.transform(X_test), y_test),
        'non_zero': int((abs(model.coef_) > 1e-6).sum()),
    })
print(pd.DataFrame(rows).round(4).to_string(index=False))
print('best alpha:', models['RidgeCV'].alpha_)
