# `isinstance` is answered by a metaclass that does not return.
# expect: timeout
# stdout contains: before
class Meta(type):
    def __instancecheck__(cls, instance):
        while True:
            pass


class Anything(metaclass=Meta):
    pass


print('before')
isinstance(1, Anything)
