# Files whose names are the ends of long paths: a name may not keep the whole path in memory.
# expect: error OSError
# stdout contains: before
# message contains: No space left
# timeout_ms: 60000
import os

print('before')
way = './' * 2030
target = 'x' * 4000
for number in range(1_000_000):
    os.symlink(target, f'{way}a name of some length {number}')
