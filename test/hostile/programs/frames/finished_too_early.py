# Says that it has finished, and goes on.
# expect: any
# stdout contains: before
# stdout contains: after
# timeout_ms: 5000
from _sandbox import channel

print('before')
usage = {'wall_ms': -1, 'cpu_ms': 1e308, 'start_ms': 0, 'peak_memory_bytes': 0.5}
channel.send({'type': 'finished', 'error': None, 'usage': usage})
print('after')
display('result after the end')
