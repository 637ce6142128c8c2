#> main goes on
#: stderr "There are no threads here: each runs to its end when something waits for it.\nException in thread worker:\nTraceback (most recent call last):\n  File \"/lib/python3.14/threading.py\", line 1024, in run\n  File \"<code>\", line 3, in fail\n    raise ValueError('in the thread')\nValueError: in the thread\n"
import threading
def fail():
    raise ValueError('in the thread')
thread = threading.Thread(target=fail, name='worker')
thread.start()
thread.join()
print('main goes on')
