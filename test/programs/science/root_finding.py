#> brentq: 2.094551
#> bisect: 2.094551
#> newton: 2.094551
#> root_scalar: 2.094551 True
#> fsolve: [ 1.00417 -1.72964]
#> root: [-1.81626  0.83737] True The solution converged.
#> cos x = x: 0.739085
#> ValueError: f(a) and f(b) must have different signs
import numpy as np
from scipy.optimize import bisect, brentq, fixed_point, fsolve, newton, root, root_scalar

f = lambda x: x**3 - 2 * x - 5
print('brentq:', round(brentq(f, 2, 3), 6))
print('bisect:', round(bisect(f, 2, 3), 6))
print('newton:', round(newton(f, 2, fprime=lambda x: 3 * x**2 - 2), 6))
sol = root_scalar(f, bracket=[2, 3], method='toms748')
print('root_scalar:', round(sol.root, 6), sol.converged)


def system(v):
    x, y = v
    return [x**2 + y**2 - 4, np.exp(x) + y - 1]


print('fsolve:', fsolve(system, [1, -1.7]).round(5))
r = root(system, [-1, 1], method='hybr')
print('root:', r.x.round(5), r.success, r.message)
print('cos x = x:', round(float(fixed_point(np.cos, 0.5)), 6))
try:
    brentq(f, 3, 4)
except ValueError as error:
    print('ValueError:', error)
