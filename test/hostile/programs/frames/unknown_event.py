# An event of a type that does not exist.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox import channel

print('before')
channel.send({'type': 'admin', 'command': 'shutdown'})
channel.send({'type': 'result', 'result': {'is_main_result': 'yes', '__proto__': {'x': 1}}})
