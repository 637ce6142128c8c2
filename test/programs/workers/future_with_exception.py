#> ValueError
#: stderr "There are no threads and processes here: a pool does its work one after the other.\n"
#: error "execution_error ValueError: invalid literal for int() with base 10: 'x'"
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    future = pool.submit(int, 'x')
print(type(future.exception()).__name__)
future.result()
