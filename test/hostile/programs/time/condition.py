# Waits for a condition, an event, a barrier, and a semaphore.
# expect: timeout or error RuntimeError
# stdout contains: before
import threading

print('before')
event = threading.Event()
event.wait(0.05)
threading.Semaphore(0).acquire(timeout=0.05)
event.wait()
