# Silences the runner, so that nothing says how the program ended.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox import channel

print('before')
channel.send = lambda *event, **more: None
