# The same with a timeout that is longer than the program's.
# expect: timeout or error RuntimeError
# stdout contains: before
import threading

print('before')
lock = threading.Lock()
lock.acquire()
lock.acquire(timeout=3_600)
