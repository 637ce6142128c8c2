#> beta = 0.4016, gamma = 0.1001, R0 = 4.010
#> cost below 0.001: True True
#> peak on day 19 with 40.65%
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.integrate import solve_ivp
from scipy.optimize import least_squares


def sir(t, y, beta, gamma):
    s, i, r = y
    return [-beta * s * i, beta * s * i - gamma * i, gamma * i]


def infected(days, beta, gamma):
    sol = solve_ivp(sir, [0, days[-1]], [0.99, 0.01, 0], args=(beta, gamma), t_eval=days, rtol=1e-8, atol=1e-10)
    return sol.y[1]


days = np.arange(0, 61, 3)
observed = infected(days, 0.4, 0.1) * (1 + np.random.default_rng(9).normal(0, 0.03, days.size))
fit = least_squares(lambda p: infected(days, *p) - observed, x0=[0.3, 0.2], bounds=([0, 0], [2, 1]))
beta, gamma = fit.x
print(f'beta = {beta:.4f}, gamma = {gamma:.4f}, R0 = {beta / gamma:.3f}')
print('cost below 0.001:', fit.cost < 1e-3, fit.success)
curve = infected(np.arange(0, 101), beta, gamma)
print('peak on day', int(curve.argmax()), f'with {curve.max():.2%}')

plt.plot(days, observed, 'o', label='observed')
plt.plot(np.arange(0, 101), curve, label='fitted SIR')
plt.xlabel('Day')
plt.ylabel('Infected share')
plt.legend()
plt.show()
