# NumPy's own parser of text, in C, reads a generator that never ends.
# expect: timeout
# stdout contains: before
from itertools import repeat

import numpy as np

print('before')
np.loadtxt(repeat('# only a comment'))
