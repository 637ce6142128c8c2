# Threads in every library that offers them.
# expect: ok
# stdout contains: closed
# timeout_ms: 10000
import _thread
import concurrent.futures
import multiprocessing
import os
import threading

here = (_thread.get_ident(), os.getpid())


def look():
    print('same' if (_thread.get_ident(), os.getpid()) == here else 'ESCAPED')


attempts = (
    lambda: threading.Thread(target=look).start(),
    lambda: _thread.start_new_thread(look, ()),
    lambda: concurrent.futures.ThreadPoolExecutor().submit(look).result(1),
    lambda: concurrent.futures.ProcessPoolExecutor().submit(look).result(1),
    lambda: multiprocessing.Process(target=look).start(),
    lambda: multiprocessing.Pool(1).apply(look),
    lambda: threading.Timer(0, look).start(),
)
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
print('closed')
