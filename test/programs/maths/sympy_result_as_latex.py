#: values [{"text": "x**3/3", "latex": "$\\displaystyle \\frac{x^{3}}{3}$"}]
import sympy as sp
x = sp.Symbol('x')
sp.integrate(x ** 2, x)
