# File names that the Python side would never send.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox import channel

print('before')
for name in (
    '../../../../etc/passwd',
    '/absolute',
    '',
    '.',
    '..',
    'a\0b',
    'x\r\nSet-Cookie: a=b',
    '"; filename="evil',
    'x' * 1_000_000,
    '\ud83d',
    'con',
    '%00',
    'a/../../b',
    '\u202e',
):
    channel.send({'type': 'file', 'name': name}, b'content')
