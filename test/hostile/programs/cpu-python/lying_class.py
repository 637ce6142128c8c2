# The last expression lies about its class, and looks it up for ever.
# expect: timeout
# stdout contains: before
class Chameleon:
    @property
    def __class__(self):
        while True:
            pass


print('before')
isinstance(Chameleon(), int)
