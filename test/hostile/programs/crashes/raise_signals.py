# Raises every signal within itself.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import signal

print('before')
for number in sorted(signal.valid_signals()):
    signal.raise_signal(number)
