# A destructor fails, and the hook that is told of it loops.
# expect: timeout
# stdout contains: before
import sys


def hook(unraisable):
    while True:
        pass


class Failing:
    def __del__(self):
        raise ValueError('in a destructor')


print('before')
sys.unraisablehook = hook
Failing()
