# Small files of the image that lie far apart: to read one unpacks all that is packed with it.
# expect: timeout
# stdout contains: before
# timeout_ms: 2000
import os

paths = []
for folder, _, names in os.walk('/lib/python3.14/site-packages'):
    paths += [os.path.join(folder, name) for name in names[:1]]
print('before')
while True:
    for path in paths:
        file = os.open(path, os.O_RDONLY)
        os.read(file, 1)
        os.close(file)
