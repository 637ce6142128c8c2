# Rank correlation of every pair of a thousand columns, in Cython.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np
import pandas as pd

frame = pd.DataFrame(np.random.default_rng().random((500, 1_000)))
frame[0][0] = np.nan
print('before')
frame.corr(method='spearman')
