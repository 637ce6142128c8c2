# A `repr` that is longer than the memory.
# expect: ok
# timeout_ms: 5000
class Verbose:
    def __repr__(self):
        return 'x' * 2_000_000_000


Verbose()
