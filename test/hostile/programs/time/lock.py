# Takes a lock twice: with no other thread, nobody will ever give it back.
# expect: timeout or error RuntimeError
# stdout contains: before
import threading

print('before')
lock = threading.Lock()
lock.acquire()
lock.acquire()
