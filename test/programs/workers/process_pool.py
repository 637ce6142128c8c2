#> [2, 3, 5, 7]
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from concurrent.futures import ProcessPoolExecutor
def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))
if __name__ == '__main__':
    with ProcessPoolExecutor() as pool:
        numbers = range(10)
        print([n for n, prime in zip(numbers, pool.map(is_prime, numbers)) if prime])
