# An expression of ten thousand terms, parsed and walked in Python.
# expect: timeout or error RecursionError or error MemoryError or error StackOverflow
# timeout_ms: 1000
# stdout contains: before
import pandas as pd

print('before')
pd.DataFrame({'a': [1]}).query(' and '.join(['a == 1'] * 5_000))
