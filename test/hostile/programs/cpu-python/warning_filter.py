# A warning is shown by a function that never comes back.
# expect: timeout
# stdout contains: before
import warnings


def show(*details, **more):
    while True:
        pass


print('before')
warnings.showwarning = show
warnings.warn('never seen', stacklevel=1)
