# JSON nested deeper than any reader of it may follow.
# expect: ok
# results contain: deep
# timeout_ms: 5000
class Deep:
    def __repr__(self):
        return 'deep'

    def _repr_json_(self):
        nested = []
        for _ in range(100_000):
            nested = [nested]
        return nested


Deep()
