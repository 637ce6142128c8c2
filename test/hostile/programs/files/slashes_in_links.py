# A link to itself behind four thousand slashes: each look-up follows it forty times.
# expect: timeout
# stdout contains: before
# timeout_ms: 2000
import os

os.chdir('/tmp')
os.symlink('a' + '/' * 4090, 'a')
os.symlink('./' * 2040 + 'b', 'b')
print('before')
while True:
    os.access('a', 0)
    os.access('b', 0)
