# smolagents: an allowed module holds a forbidden one as an attribute of an attribute.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import queue
import random
import statistics

paths = (
    lambda: random._os.system('id > /mnt/data/proof'),
    lambda: queue.threading.sys.modules['os'].popen('id').read(),
    lambda: statistics.sys.modules['subprocess'].getoutput('id'),
    lambda: getattr(random, '_o' + 's').spawnlp(0, 'id', 'id'),
)
for path in paths:
    try:
        path()
    except (OSError, AttributeError, KeyError, NotImplementedError) as error:
        print(type(error).__name__, error)
import os

print('ESCAPED' if os.path.exists('/mnt/data/proof') else 'closed')
