# Links in the working folder that lead to endless files, and to the runner's own device.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import os

for target in ('/dev/zero', '/dev/random', '/dev/sandbox', '/', '.', 'to_itself'):
    os.symlink(target, 'to_' + target.replace('/', '_'))
print('before')
