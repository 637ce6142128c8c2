# Payloads where none belongs.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox import channel

print('before')
for event in (
    {'type': 'stdout', 'text': 'x'},
    {'type': 'finished', 'error': None},
    {'type': 'result', 'result': {'is_main_result': True}},
):
    channel.send(event, b'y' * 20_000_000)
