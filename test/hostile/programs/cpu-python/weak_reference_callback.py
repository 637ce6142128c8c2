# The loop is what a weak reference calls when its object dies.
# expect: timeout
# stdout contains: before
import weakref


class Mortal:
    pass


def mourn(reference):
    while True:
        pass


print('before')
mortal = Mortal()
reference = weakref.ref(mortal, mourn)
del mortal
