# The signal that ends a program softly is ignored.
# expect: timeout
# stdout contains: before
import signal

print('before')
signal.signal(signal.SIGXCPU, signal.SIG_IGN)
while True:
    pass
