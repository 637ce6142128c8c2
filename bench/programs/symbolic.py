"""SymPy: solve, integrate, differentiate, factor, a series."""

import sympy as sp

x, y = sp.symbols('x y')


def work():
    return (
        sp.solve([x**2 + y - 3, x - y + 1], [x, y]),
        sp.integrate(sp.exp(-x) * sp.sin(x), x),
        sp.diff(sp.sin(x**2) * sp.log(x), x, 3).subs(x, 2).evalf(9),
        sp.factor(x**6 - 1),
        sp.series(sp.cos(x), x, 0, 8),
    )
