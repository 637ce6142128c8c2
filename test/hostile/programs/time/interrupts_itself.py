# Raises the soft interrupt itself, long before its time.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import signal

print('before')
signal.raise_signal(signal.SIGXCPU)
print('went on')
