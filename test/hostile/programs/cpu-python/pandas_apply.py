# Pandas calls a function that loops, from Cython.
# expect: timeout
# stdout contains: before
import pandas as pd


def slow(group):
    while True:
        pass


print('before')
pd.DataFrame({'key': [1, 2], 'value': [3, 4]}).groupby('key').apply(slow)
