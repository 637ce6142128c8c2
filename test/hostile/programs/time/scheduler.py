# A scheduler whose next event is tomorrow.
# expect: timeout
# stdout contains: before
import sched
import time

print('before')
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(86_400, 1, print)
scheduler.run()
