# Every open directory remembers its listing: a thousand descriptors on a large one.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import os

print('before')
for number in range(30_000):
    os.symlink('x', str(number))
iterators = []
while True:
    iterator = os.scandir('.')
    next(iterator)
    iterators.append(iterator)
