#> 4000
#: stderr "There are no threads here: each runs to its end when something waits for it.\n"
import threading
counter = 0
lock = threading.Lock()
def add():
    global counter
    for _ in range(1000):
        with lock:
            counter += 1
threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
