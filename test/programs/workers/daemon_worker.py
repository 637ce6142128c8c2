#> item 0
#> item 1
#> item 2
#> all done
#: stderr "There are no threads here: each runs to its end when something waits for it.\n"
import queue
import threading
tasks = queue.Queue()
def worker():
    while True:
        print('item', tasks.get())
        tasks.task_done()
threading.Thread(target=worker, daemon=True).start()
for n in range(3):
    tasks.put(n)
tasks.join()
print('all done')
