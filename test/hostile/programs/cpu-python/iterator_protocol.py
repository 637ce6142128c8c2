# A list is extended from an object whose `__length_hint__` never answers.
# expect: timeout
# stdout contains: before
class Boundless:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        while True:
            pass


print('before')
[].extend(Boundless())
