# Every signal writes to a descriptor, which is the runner's own device.
# expect: timeout
# stdout contains: before
import os
import signal

print('before')
device = os.open('/dev/sandbox', os.O_WRONLY | os.O_NONBLOCK)
os.set_blocking(device, False)
signal.set_wakeup_fd(device, warn_on_full_buffer=False)
while True:
    pass
