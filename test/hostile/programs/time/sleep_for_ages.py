# The longest sleep that Python allows, which overflows many a timer.
# expect: timeout
# stdout contains: before
import threading
import time

print('before')
time.sleep(threading.TIMEOUT_MAX)
