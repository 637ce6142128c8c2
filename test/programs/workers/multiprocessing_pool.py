#> [0, 1, 4, 9, 16]
#> [8, 9]
#> [49] 81
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from multiprocessing import Pool, cpu_count
def square(n):
    return n * n
if __name__ == '__main__':
    with Pool(processes=4) as pool:
        print(pool.map(square, range(5)))
        print(pool.starmap(pow, [(2, 3), (3, 2)]))
        print(list(pool.imap(square, [7])), pool.apply_async(square, (9,)).get(timeout=5))
