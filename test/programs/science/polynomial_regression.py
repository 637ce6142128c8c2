#> degree 1: R² = 0.6839
#> degree 2: R² = 0.8892
#> degree 3: R² = 0.9607
#> coefficients: [ 0.      0.7557 -1.0188  0.3891]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

rng = np.random.default_rng(0)
X = np.linspace(-3, 3, 60).reshape(-1, 1)
y = 0.5 * X.ravel() ** 3 - X.ravel() ** 2 + 2 + rng.normal(0, 1.5, 60)

plt.scatter(X, y, s=15, color='gray', label='Data')
for degree in (1, 2, 3):
    model = make_pipeline(PolynomialFeatures(degree), LinearRegression())
    model.fit(X, y)
    y_hat = model.predict(X)
    print(f'degree {degree}: R² = {r2_score(y, y_hat):.4f}')
    plt.plot(X, y_hat, label=f'Degree {degree}')
print('coefficients:', model.named_steps['linearregression'].coef_.round(4))
plt.xlabel('x')
plt.ylabel('y')
plt.title('Polynomial Regression')
plt.legend()
plt.show()
