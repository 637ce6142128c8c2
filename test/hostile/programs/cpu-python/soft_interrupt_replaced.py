# The signal that ends a program softly gets a handler that is a loop of its own.
# expect: timeout
# stdout contains: before
import signal


def handler(number, frame):
    while True:
        pass


print('before')
signal.signal(signal.SIGXCPU, handler)
while True:
    pass
