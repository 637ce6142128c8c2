# Raises things that pretend to be exceptions.
# expect: any
# stdout contains: before
# timeout_ms: 5000
class Meta(type):
    def __subclasscheck__(cls, other):
        raise RuntimeError('no')

    def __call__(cls, *arguments):
        return 'not an exception'

    @property
    def __name__(cls):
        return 17

    __module__ = __name__


class Strange(BaseException, metaclass=Meta):
    __module__ = 17


print('before')
raise Strange
