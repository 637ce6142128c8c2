# Threads in every library that offers them.
# expect: ok
# stdout contains: closed
# timeout_ms: 10000
import _thread
import concurrent.futures
import multiprocessing
import threading

attempts = (
    lambda: threading.Thread(target=print).start(),
    lambda: _thread.start_new_thread(print, ()),
    lambda: concurrent.futures.ThreadPoolExecutor().submit(int).result(1),
    lambda: concurrent.futures.ProcessPoolExecutor().submit(int).result(1),
    lambda: multiprocessing.Process(target=print).start(),
    lambda: multiprocessing.Pool(1),
    lambda: threading.Timer(0, print).start(),
)
for attempt in attempts:
    try:
        attempt()
        print('ESCAPED')
    except Exception as error:
        print(type(error).__name__, error)
print('closed')
