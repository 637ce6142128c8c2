# A timer that interrupts the program a thousand times a second.
# expect: timeout or error AttributeError or error ItimerError
# stdout contains: before
import signal

print('before')
signal.signal(signal.SIGALRM, lambda number, frame: None)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
while True:
    pass
