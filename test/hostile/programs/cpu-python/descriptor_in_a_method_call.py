# Looking up a special method runs a descriptor that loops.
# expect: timeout
# stdout contains: before
class Descriptor:
    def __get__(self, instance, owner):
        while True:
            pass


class Callable:
    __call__ = Descriptor()


print('before')
Callable()()
