# Five short arrays, two billion products, and no memory.
# expect: timeout
# stdout contains: before
import numpy as np

axis = np.ones(70)
print('before')
np.einsum('a,b,c,d,e->', axis, axis, axis, axis, axis)
