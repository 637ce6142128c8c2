# Waits for a signal that nobody sends.
# expect: any
# stdout contains: before
import signal

print('before')
signal.pause()
