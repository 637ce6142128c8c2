# Patches NumPy, pandas and matplotlib in ways that a later program would notice at once.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import warnings

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

print('before')
np.array = lambda *a, **k: None
np.pi = 3
pd.DataFrame.__repr__ = lambda self: 'patched'
pd.set_option('display.max_rows', 1)
plt.plot = None
matplotlib.rcParams['figure.dpi'] = 1
plt.style.use('dark_background')
np.seterr(all='raise')
np.set_printoptions(precision=1)
warnings.simplefilter('error')
