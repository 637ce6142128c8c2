# The same run's second half: looks for what the first one left, wherever it could have.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import builtins
import os

marks = [
    name
    for folder in ('/', '/tmp', '/mnt', '/mnt/data', '/home/sandbox', '/dev')
    for name in os.listdir(folder)
    if name.startswith('left_by')
]
print('ESCAPED' if marks or hasattr(builtins, 'left_by_the_last') else 'closed', marks)
builtins.left_by_the_last = True
