#> 1.77245385 (sqrt(pi) = 1.77245385), error below 1e-6: True
#> 2.0
#> 4.0
#> 2.0
#> 0.02386451
#> 2.133333
#> 1.5
#> 0.25 0.2525
#> [0.    0.125 0.5  ]
#> 1.71828183 0.170667
import numpy as np
from scipy import integrate

result, error = integrate.quad(lambda x: np.exp(-x**2), -np.inf, np.inf)
print(f'{result:.8f} (sqrt(pi) = {np.sqrt(np.pi):.8f}), error below 1e-6: {error < 1e-6}')
print(round(integrate.quad(np.sin, 0, np.pi)[0], 8))
print(round(integrate.quad(lambda x, a: x**a, 0, 2, args=(3,))[0], 8))
print(round(integrate.quad(lambda x: 1 / np.sqrt(x), 0, 1)[0], 6))
print(round(integrate.quad(lambda x: np.cos(x), 0, 1, weight='cos', wvar=20)[0], 8))
print(round(integrate.dblquad(lambda y, x: x * y**2, 0, 2, 0, lambda x: x)[0], 6))
print(round(integrate.tplquad(lambda z, y, x: x + y + z, 0, 1, 0, 1, 0, 1)[0], 6))
x = np.linspace(0, 1, 11)
print(round(integrate.simpson(x**3, x=x), 8), round(integrate.trapezoid(x**3, x=x), 8))
print(integrate.cumulative_trapezoid(x, x, initial=0)[[0, 5, 10]].round(6))
print(round(integrate.fixed_quad(np.exp, 0, 1, n=5)[0], 8), round(integrate.romb(x[:9] ** 2, dx=0.1), 6))
