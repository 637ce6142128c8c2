#> [1, 2]
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from multiprocessing.pool import ThreadPool
with ThreadPool(2) as pool:
    print(pool.map(len, ['a', 'bb']))
