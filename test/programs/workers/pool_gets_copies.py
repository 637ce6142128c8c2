#> [3] [1, 2]
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
from multiprocessing import Pool
def grow(items):
    items.append(0)
    return len(items)
if __name__ == '__main__':
    mine = [1, 2]
    with Pool(2) as pool:
        print(pool.map(grow, [mine]), mine)
