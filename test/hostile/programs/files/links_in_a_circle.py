# Two links that point at each other, followed by everything that follows links.
# expect: error OSError
# stdout contains: before
# timeout_ms: 5000
import os
import shutil

os.symlink('b', 'a')
os.symlink('a', 'b')
print('before')
assert not os.path.exists('a')
try:
    shutil.copy('a', 'c')
except OSError as error:
    print(error)
open('a', 'w')
