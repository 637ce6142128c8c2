# JSON that is valid and no event: numbers, null, lists, strings.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox import channel

print('before')
for value in (
    None,
    0,
    [],
    'finished',
    [{'type': 'finished', 'error': None}],
    {'type': ['finished']},
    {'type': 'finished'},
):
    channel.send(value)
