#> size: 2.7662
#> rooms: 4.3483
#> age: -1.6464
#> Intercept: 37.3081
#> R²: 0.9918
#> MSE: 108.6828
#> MAE: 8.4554
#> Prediction for 95 m²: [301.03]
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

# House prices
df = pd.DataFrame({
    'size': [50, 60, 65, 70, 80, 85, 90, 100, 110, 120, 130, 140],
    'rooms': [2, 2, 3, 3, 3, 4, 3, 4, 4, 5, 5, 6],
    'age': [30, 15, 20, 5, 10, 25, 12, 8, 3, 15, 1, 7],
    'price': [152, 190, 198, 236, 251, 248, 279, 318, 355, 362, 421, 440],
})
X = df[['size', 'rooms', 'age']]
y = df['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42)
model = LinearRegression().fit(X_train, y_train)
y_pred = model.predict(X_test)

for name, value in zip(X.columns, model.coef_):
    print(f'{name}: {value:.4f}')
print(f'Intercept: {model.intercept_:.4f}')
print(f'R²: {r2_score(y_test, y_pred):.4f}')
print(f'MSE: {mean_squared_error(y_test, y_pred):.4f}')
print(f'MAE: {mean_absolute_error(y_test, y_pred):.4f}')
print('Prediction for 95 m²:', model.predict(pd.DataFrame([[95, 4, 10]], columns=X.columns)).round(2))
