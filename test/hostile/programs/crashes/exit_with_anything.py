# An exit code whose every use raises.
# expect: any
# stdout contains: before
# timeout_ms: 5000
class Code:
    def __eq__(self, other):
        raise ValueError('not comparable')

    def __str__(self):
        raise ValueError('not printable')

    __hash__ = __bool__ = __repr__ = __str__


print('before')
raise SystemExit(Code())
