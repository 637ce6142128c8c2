#> GradientBoosting  R² = 0.8575
#>   after  1 trees: MSE 22.7416
#>   after 10 trees: MSE 11.8498
#>   after 40 trees: MSE 5.0502
#>   after 80 trees: MSE 3.5786
#> HistGradientBoosting R² = 0.8821
from sklearn.datasets import make_friedman1
from sklearn.ensemble import GradientBoostingRegressor, HistGradientBoostingRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = make_friedman1(n_samples=400, noise=0.5, random_state=3)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=3)

gb = GradientBoostingRegressor(n_estimators=80, learning_rate=0.1, max_depth=3, random_state=0)
gb.fit(X_train, y_train)
print(f'GradientBoosting  R² = {gb.score(X_test, y_test):.4f}')
errors = [mean_squared_error(y_test, pred) for pred in gb.staged_predict(X_test)]
for stage in (1, 10, 40, 80):
    print(f'  after {stage:2d} trees: MSE {errors[stage - 1]:.4f}')

hist = HistGradientBoostingRegressor(max_iter=60, random_state=0).fit(X_train, y_train)
print(f'HistGradientBoosting R² = {hist.score(X_test, y_test):.4f}')
