# Two short columns with one key: a hundred million rows.
# expect: memory
# stdout contains: before
# timeout_ms: 10000
import pandas as pd

print('before')
frame = pd.DataFrame({'key': [1] * 20_000})
frame.merge(frame, on='key')
