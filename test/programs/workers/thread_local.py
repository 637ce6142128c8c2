#> False other
#> main
#: stderr "There are no threads here: each runs to its end when something waits for it.\n"
import threading
data = threading.local()
data.name = 'main'
def look():
    print(hasattr(data, 'name'), threading.current_thread().name)
thread = threading.Thread(target=look, name='other')
thread.start(); thread.join()
print(data.name)
