# Empty directories take no room of any file's.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
number = 0
while True:
    os.mkdir(f'{number:0>240}')
    number += 1
