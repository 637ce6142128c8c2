# One page of a file in memory as often as there is memory: each write goes into all of them.
# expect: timeout
# stdout contains: before
# timeout_ms: 3000
import mmap
import os

with open('page', 'w+b') as file:
    file.truncate(65_536)
    views = []
    try:
        for less in range(10_000):
            views.append(mmap.mmap(file.fileno(), 65_536 - less))
    except OSError:
        pass
    print('before')
    page = bytes(65_536)
    while True:
        os.pwrite(file.fileno(), page, 0)
