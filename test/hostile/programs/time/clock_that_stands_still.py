# Waits until its own clock has moved by an hour.
# expect: timeout
# stdout contains: before
import time

print('before')
end = time.monotonic() + 3_600
while time.monotonic() < end:
    pass
