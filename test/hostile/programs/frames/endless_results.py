# Results of ten megabytes, without end.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox import channel

print('before')
while True:
    channel.send({'type': 'result', 'result': {'is_main_result': False, 'text': 'x' * 10_000_000}})
