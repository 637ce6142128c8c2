#> {0: 0, 1: 1, 2: 8, 3: 27}
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor() as pool:
    futures = {pool.submit(pow, n, 3): n for n in range(4)}
    for future in as_completed(futures):
        pass
    print({futures[future]: future.result() for future in sorted(futures, key=futures.get)})
