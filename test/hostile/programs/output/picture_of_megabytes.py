# A picture that is fifty megabytes of nothing.
# expect: ok
# results contain: short
# timeout_ms: 10000
class Picture:
    def __repr__(self):
        return 'short'

    def _repr_png_(self):
        return bytes(50_000_000)


Picture()
