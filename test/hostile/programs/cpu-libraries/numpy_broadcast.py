# A sum over two billion views of one number.
# expect: timeout
# stdout contains: before
import numpy as np

print('before')
np.broadcast_to(np.int8(1), (46_000, 46_000)).sum(dtype=np.longdouble)
