# One object with a million keys, and one key with a million letters.
# expect: any
# stdout contains: before
# timeout_ms: 10000
from _sandbox import channel

print('before')
chart = {
    'type': 'line',
    'elements': [],
    **{f'key{n}': n for n in range(500_000)},
    'x' * 1_000_000: 1,
}
channel.send({'type': 'result', 'result': {'is_main_result': False, 'chart': chart}})
