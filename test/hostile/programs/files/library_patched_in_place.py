# Changes bytes of the image through every way of writing that shares memory.
# expect: ok
# stdout contains: before
# timeout_ms: 10000
import mmap
import os

print('before')
for number, path in enumerate(sorted(os.listdir('/lib/python3.14'))[:40]):
    path = f'/lib/python3.14/{path}'
    if not os.path.isfile(path) or os.path.getsize(path) == 0:
        continue
    with open(path, 'r+b') as file:
        if number % 3 == 0:
            with mmap.mmap(file.fileno(), 0) as view:
                view[:4] = b'EVIL'
        elif number % 3 == 1:
            os.pwrite(file.fileno(), b'EVIL', 0)
        else:
            file.truncate(4)
