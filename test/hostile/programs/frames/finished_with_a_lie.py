# Forges its own error: of the server's kinds, with a text of megabytes.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

from _sandbox import channel

print('before')
error = {
    'type': 'sandbox_unavailable',
    'name': 'x' * 1_000_000,
    'message': 'y' * 10_000_000,
    'traceback': 'z' * 5_000_000,
}
channel.send({'type': 'finished', 'error': error})
os._exit(0)
