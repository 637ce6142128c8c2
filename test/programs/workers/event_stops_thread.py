#> stopped
#> False
#: stderr "There are no threads here: each runs to its end when something waits for it.\n"
import threading
stop = threading.Event()
def watch():
    while not stop.is_set():
        stop.wait(0.05)
    print('stopped')
thread = threading.Thread(target=watch)
thread.start()
stop.set()
thread.join()
print(thread.is_alive())
