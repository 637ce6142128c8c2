#> n = 0: E = 0.5, norm = 1.000000, psi(1) = 0.455581
#> n = 1: E = 1.5, norm = 1.000000, psi(1) = 0.644288
#> n = 2: E = 2.5, norm = 1.000000, psi(1) = 0.322144
#> n = 3: E = 3.5, norm = 1.000000, psi(1) = -0.263030
#> [ 1.  1. -1. -5.] [-1.375 -2.   ]
#> -5.0 [0.664997 0.396173 0.127349]
#> [-3.605018 -0.733991] 0.358708
#> 0.106292 [0.567143 0.852606] -2.542641
#: pictures 1
from math import factorial

import numpy as np
import matplotlib.pyplot as plt
from scipy import special
from scipy.integrate import quad


def psi(n, x):
    norm = 1 / np.sqrt(2.0**n * factorial(n) * np.sqrt(np.pi))
    return norm * special.eval_hermite(n, x) * np.exp(-(x**2) / 2)


x = np.linspace(-5, 5, 201)
for n in range(4):
    probability, _ = quad(lambda t: psi(n, t) ** 2, -8, 8)
    print(f'n = {n}: E = {n + 0.5}, norm = {probability:.6f}, psi(1) = {psi(n, 1.0):.6f}')
    plt.plot(x, psi(n, x) + n + 0.5, label=f'n = {n}')
print(special.eval_hermite(np.arange(4), 0.5).round(6), special.eval_hermitenorm(3, [0.5, 1.0]).round(6))
print(special.hermite(3)(0.5).round(6), special.spherical_jn(np.arange(3), 1.5).round(6))
print(special.spherical_yn(2, [1.0, 2.0]).round(6), special.spherical_in(1, 0.5, derivative=True).round(6))
print(special.spherical_kn(0, 2.0).round(6), special.lambertw([1, 2]).real.round(6), special.lambertw(-0.2, k=-1).real.round(6))
plt.legend()
plt.title('Quantum harmonic oscillator')
plt.show()
