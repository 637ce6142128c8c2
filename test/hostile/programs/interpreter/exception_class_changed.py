# An exception that becomes another while it flies.
# expect: any
# stdout contains: before
# timeout_ms: 5000
class Before(Exception):
    pass


class After(Exception):
    def __init_subclass__(cls):
        raise RuntimeError

    def __str__(self):
        self.__class__ = Before
        raise self


print('before')
error = Before('x')
try:
    raise error
finally:
    error.__class__ = After
    error.args = (error,)
