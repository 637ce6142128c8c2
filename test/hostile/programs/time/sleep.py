# Sleeps longer than it may: the wait ends with the time-out, not after it.
# expect: timeout
# stdout contains: before
# traceback contains: sleep
import time

print('before')
time.sleep(3_600)
