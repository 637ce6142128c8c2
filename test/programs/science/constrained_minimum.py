#> Optimization terminated successfully
#> weights: [0.257 0.2   0.183 0.36 ]
#> return = 0.0900, volatility = 0.1261
#> trust-constr: [0.974 0.226] 1.652
#> COBYLA: -0.5
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, NonlinearConstraint, minimize

# Portfolio of least risk with a given return
mu = np.array([0.08, 0.12, 0.15, 0.05])
cov = np.array([
    [0.04, 0.01, 0.00, 0.002],
    [0.01, 0.09, 0.02, 0.001],
    [0.00, 0.02, 0.16, 0.000],
    [0.002, 0.001, 0.000, 0.01],
])
constraints = [
    {'type': 'eq', 'fun': lambda w: w.sum() - 1},
    {'type': 'ineq', 'fun': lambda w: w @ mu - 0.09},
]
res = minimize(lambda w: w @ cov @ w, np.full(4, 0.25), method='SLSQP',
               bounds=[(0, 1)] * 4, constraints=constraints, options={'ftol': 1e-12})
print(res.message)
print('weights:', res.x.round(3))
print(f'return = {res.x @ mu:.4f}, volatility = {np.sqrt(res.fun):.4f}')

circle = NonlinearConstraint(lambda v: v[0] ** 2 + v[1] ** 2, -np.inf, 1)
line = LinearConstraint([[1, 1]], -np.inf, 1.2)
res = minimize(lambda v: (v[0] - 2) ** 2 + (v[1] - 1) ** 2, [0, 0], method='trust-constr',
               constraints=[circle, line], bounds=Bounds([0, 0], [2, 2]))
print('trust-constr:', res.x.round(3), round(res.fun, 3))
cobyla = minimize(lambda v: v[0] * v[1], [1, 1], method='COBYLA',
                  constraints={'type': 'ineq', 'fun': lambda v: 1 - v[0] ** 2 - v[1] ** 2})
print('COBYLA:', round(cobyla.fun, 3))
