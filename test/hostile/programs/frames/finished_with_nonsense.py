# An error that is no error, after which the runner is not allowed to say more.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

from _sandbox import channel

print('before')
channel.send({'type': 'finished', 'error': {'type': 'none of these', 'name': 3}})
os._exit(0)
