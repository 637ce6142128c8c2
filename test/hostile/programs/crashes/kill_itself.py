# Sends itself every signal that ends a process.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os
import signal

print('before')
for number in sorted(signal.valid_signals()):
    try:
        os.kill(os.getpid(), number)
    except OSError as error:
        print(number, error)
os.killpg(0, signal.SIGKILL)
