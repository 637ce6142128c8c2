# A symbolic link's target is a text without a limit, kept outside of the program's memory.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
number = 0
while True:
    os.symlink('\u4e00' * 20_000_000 + str(number), f'link{number}')
    number += 1
