# Anonymous and file mappings, one after the other, never released.
# expect: memory or error OSError
# stdout contains: before
# timeout_ms: 10000
import mmap

with open('mapped', 'wb') as file:
    file.truncate(10_000_000)
print('before')
kept = []
with open('mapped', 'r+b') as file:
    while True:
        kept.append(mmap.mmap(-1, 10_000_000))
        kept.append(mmap.mmap(file.fileno(), 0))
