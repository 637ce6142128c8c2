# A thousand files that are renamed while a directory is being read.
# expect: ok or timeout
# stdout contains: before
# timeout_ms: 5000
import os

for number in range(1_000):
    open(f'{number}', 'w').close()
print('before')
seen = 0
for entry in os.scandir('.'):
    seen += 1
    os.rename(entry.name, entry.name + 'x')
    os.mkdir(f'new{seen}')
    if seen > 10_000:
        print('ESCAPED: the listing grows while it is read')
        break
