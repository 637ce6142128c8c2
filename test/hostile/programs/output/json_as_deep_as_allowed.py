# JSON nested just as deep as Python still writes: the host reads it, and writes it again.
# expect: ok
# results contain: deep
# timeout_ms: 5000
import sys


class Deep:
    def __repr__(self):
        return 'deep'

    def _repr_json_(self):
        nested = 0
        for _ in range(4_000):
            nested = [nested]
        return nested


sys.setrecursionlimit(100_000)
Deep()
