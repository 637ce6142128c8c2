# Puts a link to the image where the working folder was: every file of the image looks new.
# expect: ok
# stdout contains: before
# timeout_ms: 60000
import os

print('before')
os.rename('/mnt/data', '/mnt/old')
os.symlink('/', '/mnt/data')
