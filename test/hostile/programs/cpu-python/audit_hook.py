# An audit hook cannot be removed, and this one never lets the audited thing happen.
# expect: timeout
# stdout contains: before
import sys


def hook(event, arguments):
    while True:
        pass


print('before')
sys.addaudithook(hook)
compile('1', 'x', 'eval')
