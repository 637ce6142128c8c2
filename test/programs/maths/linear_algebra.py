#> [0.1 0.6] [5. 2.] 10.0
import numpy as np
a = np.array([[4.0, 1.0], [2.0, 3.0]])
print(np.linalg.solve(a, [1, 2]).round(6), np.linalg.eigvals(a).round(6), round(np.linalg.det(a), 6))
