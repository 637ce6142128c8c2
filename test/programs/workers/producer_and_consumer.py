#> [0, 1, 2, 3, 4]
#: stderr "There are no threads here: each runs to its end when something waits for it.\n"
import queue
import threading
work = queue.Queue(maxsize=2)
taken = []
def produce():
    for n in range(5):
        work.put(n)
    work.put(None)
def consume():
    while (item := work.get()) is not None:
        taken.append(item)
consumer = threading.Thread(target=consume)
producer = threading.Thread(target=produce)
consumer.start(); producer.start()
producer.join(); consumer.join()
print(taken)
