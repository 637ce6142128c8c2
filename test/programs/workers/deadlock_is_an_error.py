#: error "execution_error RuntimeError: deadlock: there are no threads in this sandbox. What they are to do is done one after the other, when somebody waits for it, and nothing is left that could end this wait. Call the functions in the order in which they need each other."
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
