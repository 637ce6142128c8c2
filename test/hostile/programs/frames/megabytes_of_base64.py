# A picture of thirty megabytes that the host checks letter by letter.
# expect: any
# stdout contains: before
# timeout_ms: 10000
from _sandbox import channel

print('before')
channel.send({'type': 'result', 'result': {'is_main_result': False, 'png': 'A' * 28_000_000}})
channel.send({'type': 'result', 'result': {'is_main_result': False, 'png': 'A' * 28_000_001}})
