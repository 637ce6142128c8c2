# Waits for one with `sigwait`, having blocked them all.
# expect: any
# stdout contains: before
import signal

print('before')
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
signal.sigwait(signal.valid_signals())
