# A result whose `repr` is asked of an endless chain of wrappers.
# expect: any
# stdout contains: before
# timeout_ms: 2000
class Wrapper:
    def __repr__(self):
        return repr(Wrapper())


print('before')
Wrapper()
