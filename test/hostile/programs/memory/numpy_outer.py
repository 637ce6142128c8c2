# Two small arrays whose outer product is large, in a loop that keeps them all.
# expect: memory
# stdout contains: before
# timeout_ms: 10000
import numpy as np

print('before')
kept = []
while True:
    kept.append(np.multiply.outer(np.ones(3_000), np.ones(3_000)))
