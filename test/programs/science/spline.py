#> value: 0.57514 slope: -0.84529 integral: -0.14712
#> roots: [0.     3.0989]
#> splev: [0.45893 0.96607]
#> pchip: 0.60588 akima: 0.52109
#> B-spline: 0.57679
#> knots: 5 smoothed: 0.1341
#> smoothing spline: 0.1193
#> [0.0707 0.9975]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.interpolate import (
    Akima1DInterpolator, CubicSpline, PchipInterpolator, UnivariateSpline, make_interp_spline,
    make_smoothing_spline, splev, splprep, splrep,
)

x = np.array([0, 1, 2, 3, 4, 5, 6], dtype=float)
y = np.array([0, 0.8, 0.9, 0.1, -0.8, -1.0, -0.3])
cs = CubicSpline(x, y, bc_type='natural')
print('value:', cs(2.5).round(5), 'slope:', cs(2.5, 1).round(5), 'integral:', cs.integrate(0, 6).round(5))
print('roots:', cs.roots(extrapolate=False).round(4) + 0.0)
tck = splrep(x, y, s=0)
print('splev:', splev([0.5, 1.5], tck).round(5))
print('pchip:', PchipInterpolator(x, y)(2.5).round(5), 'akima:', Akima1DInterpolator(x, y)(2.5).round(5))
print('B-spline:', make_interp_spline(x, y, k=3)(2.5).round(5))

rng = np.random.default_rng(0)
xn = np.linspace(0, 6, 60)
yn = np.sin(xn) + rng.normal(0, 0.1, 60)
smooth = UnivariateSpline(xn, yn, s=0.6)
print('knots:', len(smooth.get_knots()), 'smoothed:', smooth(3.0).round(4))
print('smoothing spline:', make_smoothing_spline(xn, yn, lam=0.1)(3.0).round(4))
(t, c, k), u = splprep([np.cos(xn), np.sin(xn)], s=0)
print(np.array(splev(0.25, (t, c, k))).round(4))

fine = np.linspace(0, 6, 200)
plt.plot(x, y, 'o', label='points')
plt.plot(fine, cs(fine), label='cubic spline')
plt.plot(fine, PchipInterpolator(x, y)(fine), '--', label='PCHIP')
plt.legend()
plt.show()
