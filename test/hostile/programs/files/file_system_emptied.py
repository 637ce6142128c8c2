# Deletes all that is there: libraries, devices, everything.
# expect: any
# stdout contains: before
# timeout_ms: 20000
import os

print('before')
for folder, folders, names in os.walk('/', topdown=False):
    for name in names:
        os.unlink(os.path.join(folder, name))
    for name in folders:
        os.rmdir(os.path.join(folder, name))
print(os.listdir('/'))
