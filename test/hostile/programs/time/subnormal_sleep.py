# Sleeps for no time, for less than none, and for numbers that are none.
# expect: error ValueError or error OverflowError
# stdout contains: before
# timeout_ms: 5000
import time

print('before')
for seconds in (0, 5e-324, -0.0, float('nan'), float('inf')):
    time.sleep(seconds)
