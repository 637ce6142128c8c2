# Seeds every generator with the same number, which no other sandbox may then have.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import random
import uuid

import numpy as np

print('before')
random.seed(1)
np.random.seed(1)
uuid._node = uuid.getnode = lambda: 1
random.SystemRandom = random.Random
