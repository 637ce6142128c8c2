#> [0, 1, 4, 9, 16]
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda n: n * n, range(5))))
