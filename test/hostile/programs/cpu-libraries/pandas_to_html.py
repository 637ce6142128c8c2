# A table written out in full, cell by cell.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import numpy as np
import pandas as pd

print('before')
pd.DataFrame(np.zeros((20_000, 50))).to_html()
