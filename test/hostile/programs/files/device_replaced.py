# Puts a file of the program's own where the runner's device is.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
os.unlink('/dev/sandbox')
with open('/dev/sandbox', 'wb') as file:
    for descriptor in range(3, 64):
        try:
            os.dup2(file.fileno(), descriptor)
        except OSError:
            pass
'the result'
