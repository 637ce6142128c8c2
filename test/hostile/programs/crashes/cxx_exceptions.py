# Exceptions of C++ that cross from the libraries into Python, at the moment when the time is up.
# expect: timeout
# stdout contains: before
# timeout_ms: 500
import contourpy
from matplotlib.tri import Triangulation

print('before')
while True:
    try:
        Triangulation([0, 0, 0], [0, 0, 0])
    except RuntimeError, ValueError:
        pass
    try:
        contourpy.contour_generator(z=[[1, 2], [3, 4]]).create_filled_contour(2, 1)
    except RuntimeError, ValueError:
        pass
