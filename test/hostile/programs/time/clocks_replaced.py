# Turns back every clock that Python has, so that nothing in Python sees the deadline.
# expect: timeout
# stdout contains: before
import time

print('before')
for name in (
    'time',
    'monotonic',
    'perf_counter',
    'process_time',
    'time_ns',
    'monotonic_ns',
    'thread_time',
):
    setattr(time, name, lambda: 0)
time.sleep = lambda seconds: None
while True:
    time.sleep(1)
