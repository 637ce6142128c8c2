#> {x: 3, y: 2}
#> sqrt(pi) 2*sin(x)*cos(x)
#> x*(x - 1)*(x + 1) 1
import sympy as sp
x, y = sp.symbols('x y')
print(sp.solve([x + y - 5, x - y - 1], [x, y]))
print(sp.integrate(sp.exp(-x ** 2), (x, -sp.oo, sp.oo)), sp.diff(sp.sin(x) ** 2, x))
print(sp.factor(x ** 3 - x), sp.limit(sp.sin(x) / x, x, 0))
