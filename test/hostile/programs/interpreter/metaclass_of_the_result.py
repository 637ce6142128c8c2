# A result whose class is a lie about everything the runner asks.
# expect: any
# stdout contains: before
# timeout_ms: 5000
class Meta(type):
    def __getattribute__(cls, name):
        raise SystemExit('do not look at me')


class Result(metaclass=Meta):
    def __getattribute__(self, name):
        raise SystemExit('nor at me')


print('before')
Result()
