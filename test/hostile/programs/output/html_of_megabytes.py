# HTML of a hundred megabytes, which is left out; the text stays.
# expect: ok
# results contain: short
# timeout_ms: 10000
class Table:
    def __repr__(self):
        return 'short'

    def _repr_html_(self):
        return '<b>x</b>' * 12_000_000


Table()
