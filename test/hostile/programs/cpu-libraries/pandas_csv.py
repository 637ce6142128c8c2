# The C parser reads a table of a million short lines again and again.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import io

import pandas as pd

table = 'a,b\n' + '1.5,"x""y"\n' * 500_000
print('before')
while True:
    pd.read_csv(io.StringIO(table))
