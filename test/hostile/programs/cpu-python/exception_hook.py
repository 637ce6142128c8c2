# The loop runs in the hook that tells an uncaught exception.
# expect: timeout
# stdout contains: before
import sys


def hook(*exception):
    while True:
        pass


print('before')
sys.excepthook = hook
raise ValueError('told by the hook')
