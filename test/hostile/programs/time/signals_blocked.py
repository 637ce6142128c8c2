# Blocks every signal, the soft interrupt's too, and computes.
# expect: timeout
# stdout contains: before
import signal

print('before')
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True:
    pass
