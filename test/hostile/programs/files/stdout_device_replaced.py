# Removes the devices and makes directories of the same names.
# expect: ok
# stdout contains: before
# stdout contains: after
# timeout_ms: 5000
import os
import shutil

print('before')
shutil.rmtree('/dev')
for name in ('stdout', 'stderr', 'sandbox', 'urandom'):
    os.makedirs(f'/dev/{name}')
print('after')
