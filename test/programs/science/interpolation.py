#> linear: [0.79409 0.674  ]
#> nearest: [0.90285 0.6764 ]
#> quadratic: [0.82969 0.89693]
#> cubic: [0.83158 0.90883]
#> 1.14169
#> nearest
#> [[0.15  0.358 0.533]
#>  [0.277 0.459 0.752]
#>  [0.218 0.415 0.528]]
#> linear
#> [[0.175 0.335 0.511]
#>  [0.242 0.45  0.744]
#>  [0.194 0.389 0.571]]
#> cubic
#> [[0.172 0.339 0.511]
#>  [0.249 0.492 0.749]
#>  [0.194 0.389 0.584]]
#> [0.4978] nan
#> [0.7]
#> [1.0, 4.0, 9.0, 16.0, 25.0, 36.0, 49.0] [1.0, 4.2778, 9.5556, 16.0, 25.0, 36.0312, 49.0]
import numpy as np
import pandas as pd
from scipy.interpolate import LinearNDInterpolator, RBFInterpolator, RegularGridInterpolator, griddata, interp1d

x = np.linspace(0, 10, 11)
y = np.cos(-(x**2) / 9)
for kind in ('linear', 'nearest', 'quadratic', 'cubic'):
    f = interp1d(x, y, kind=kind)
    print(f'{kind}: {f([2.3, 7.7]).round(5)}')
print(interp1d(x, y, fill_value='extrapolate')(11).round(5))

rng = np.random.default_rng(1)
points = rng.random((100, 2))
values = np.sin(3 * points[:, 0]) * points[:, 1]
grid_x, grid_y = np.mgrid[0.25:0.75:3j, 0.25:0.75:3j]
for method in ('nearest', 'linear', 'cubic'):
    print(method)
    print(griddata(points, values, (grid_x, grid_y), method=method).round(3))
print(RBFInterpolator(points, values)([[0.5, 0.5]]).round(4), LinearNDInterpolator(points, values)(2, 2))
g = np.linspace(0, 1, 5)
grid = RegularGridInterpolator((g, g), np.add.outer(g**2, g))
print(grid([[0.3, 0.6]]).round(5))

s = pd.Series([1.0, np.nan, np.nan, 16.0, 25.0, np.nan, 49.0])
print(s.interpolate('cubic').round(4).tolist(), s.interpolate('pchip').round(4).tolist())
