# Forges stdout events, past the limit that the guest keeps for what is printed.
# expect: any
# stdout contains: before
# timeout_ms: 10000
from _sandbox import channel

print('before')
for _ in range(10):
    channel.send({'type': 'stdout', 'text': 'x' * 5_000_000})
