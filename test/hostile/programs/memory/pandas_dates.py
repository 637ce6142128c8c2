# A range of one nanosecond steps over a year.
# expect: memory or error ValueError or error OverflowError
# stdout contains: before
# timeout_ms: 10000
import pandas as pd

print('before')
pd.date_range('2024', '2025', freq='ns')
