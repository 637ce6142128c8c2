# numpy.load and pandas.read_pickle run code: it runs in the sandbox like any other.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import os
import pickle

import numpy as np
import pandas as pd


class Payload:
    def __reduce__(self):
        return os.system, ('id > /mnt/data/proof',)


np.save('payload.npy', np.array([Payload()], dtype=object), allow_pickle=True)
with open('payload.pkl', 'wb') as file:
    pickle.dump(Payload(), file)
for load in (
    lambda: np.load('payload.npy', allow_pickle=True),
    lambda: pd.read_pickle('payload.pkl'),
):
    try:
        load()
    except OSError as error:
        print(error)
print('ESCAPED' if os.path.exists('proof') else 'closed')
