#> Nelder-Mead  x = [1. 1. 1. 1. 1.] f = True
#> BFGS         x = [1. 1. 1. 1. 1.] f = True
#> L-BFGS-B     x = [1. 1. 1. 1. 1.] f = True
#> Powell       x = [1. 1. 1. 1. 1.] f = True
#> CG           x = [1. 1. 1. 1. 1.] f = True
#> scalar: 2.0 True
#> global: [0.0, 0.0] 0.0
#> basin hopping: [-0.195] -1.0009
import numpy as np
from scipy.optimize import differential_evolution, minimize, minimize_scalar, rosen, rosen_der, basinhopping

x0 = np.array([1.3, 0.7, 0.8, 1.9, 1.2])
for method in ['Nelder-Mead', 'BFGS', 'L-BFGS-B', 'Powell', 'CG']:
    options = {'xatol': 1e-8, 'fatol': 1e-8, 'maxiter': 4000} if method == 'Nelder-Mead' else {}
    jac = rosen_der if method in ('BFGS', 'L-BFGS-B', 'CG') else None
    res = minimize(rosen, x0, method=method, jac=jac, options=options, tol=None if options else 1e-10)
    print(f'{method:12s} x = {res.x.round(3)} f = {abs(res.fun) < 1e-6}')
res = minimize_scalar(lambda x: (x - 2) ** 2 * (x + 1), bounds=(0, 4), method='bounded')
print('scalar:', round(res.x, 4), res.success)


def rastrigin(x):
    return 10 * len(x) + sum(x**2 - 10 * np.cos(2 * np.pi * x))


de = differential_evolution(rastrigin, [(-5.12, 5.12)] * 2, rng=1, tol=1e-8)
print('global:', (de.x.round(4) + 0.0).tolist(), round(de.fun, 6))
bh = basinhopping(lambda x: np.cos(14.5 * x[0] - 0.3) + (x[0] + 0.2) * x[0], [1.0], niter=60, rng=1)
print('basin hopping:', bh.x.round(3), round(bh.fun, 4))
