#> 3.0 1.0 1.0 42.5
import numpy as np
x = np.arange(6); y = 3 * x + 1
slope, intercept = np.polyfit(x, y, 1)
print(round(slope, 6), round(intercept, 6), round(np.corrcoef(x, y)[0, 1], 6), np.trapezoid(y, x))
