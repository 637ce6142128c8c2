#> Optimization terminated successfully. (HiGHS Status 7: Optimal)
#> x = [30. 20. 30.] objective = 2040.0
#> shadow prices: [ 0.  -4.8 -8. ]
#> take: [1 1 0 1] value: 240
#> assignment: [1 0 2] cost: 5
#> 2 False
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, linprog, milp

# maximize 20 x + 12 y + 40 z
res = linprog(c=[-20, -12, -40], A_ub=[[1, 1, 1], [3, 2, 5], [0, 1, 2]], b_ub=[100, 280, 80],
              A_eq=[[1, -1, 0]], b_eq=[10], bounds=[(0, None)] * 3, method='highs')
print(res.message)
print('x =', res.x.round(4), 'objective =', round(-res.fun, 4))
print('shadow prices:', res.ineqlin.marginals.round(4) + 0.0)

# 0/1 knapsack
values, weights = np.array([60, 100, 120, 80]), np.array([10, 20, 30, 15])
knapsack = milp(-values, constraints=LinearConstraint(weights[None, :], ub=50),
                integrality=np.ones(4), bounds=Bounds(0, 1))
print('take:', knapsack.x.round().astype(int), 'value:', int(round(-knapsack.fun)))

cost = np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
rows, cols = linear_sum_assignment(cost)
print('assignment:', cols, 'cost:', cost[rows, cols].sum())
infeasible = linprog([1], A_ub=[[1], [-1]], b_ub=[1, -2])
print(infeasible.status, infeasible.success)
