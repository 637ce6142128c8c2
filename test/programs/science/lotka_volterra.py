#> True (2, 300)
#> final: [0.714 0.075]
#> Radau: [0.71 0.08]
#> BDF: [0.71 0.08]
#> LSODA: [0.71 0.08]
#> DOP853: [0.71 0.08]
#> odeint: [0.714 0.075]
#> lands after [2.5923]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.integrate import odeint, solve_ivp


def lotka_volterra(t, z, a=1.5, b=1.0, c=3.0, d=1.0):
    x, y = z
    return [a * x - b * x * y, -c * y + d * x * y]


t = np.linspace(0, 15, 300)
sol = solve_ivp(lotka_volterra, [0, 15], [10, 5], t_eval=t, rtol=1e-8, atol=1e-8)
print(sol.success, sol.y.shape)
print('final:', sol.y[:, -1].round(3))
for method in ('Radau', 'BDF', 'LSODA', 'DOP853'):
    other = solve_ivp(lotka_volterra, [0, 15], [10, 5], method=method, rtol=1e-7, atol=1e-9)
    print(f'{method}: {other.y[:, -1].round(2)}')
print('odeint:', odeint(lotka_volterra, [10, 5], t, tfirst=True, rtol=1e-9, atol=1e-9)[-1].round(3))


def hit_ground(t, y):
    return y[0]


hit_ground.terminal, hit_ground.direction = True, -1
ball = solve_ivp(lambda t, y: [y[1], -9.81], [0, 10], [20, 5], events=hit_ground)
print('lands after', ball.t_events[0].round(4))

plt.plot(sol.t, sol.y[0], label='Prey')
plt.plot(sol.t, sol.y[1], label='Predator')
plt.xlabel('Time')
plt.ylabel('Population')
plt.title('Lotka-Volterra')
plt.legend()
plt.show()
