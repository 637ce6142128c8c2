# Waits for an item that nobody puts.
# expect: timeout or error RuntimeError
# stdout contains: before
import queue

print('before')
queue.Queue().get()
