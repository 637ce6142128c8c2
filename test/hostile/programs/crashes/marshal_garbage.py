# Loads random bytes as code, and runs what loads.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import marshal
import os

print('before')
template = marshal.dumps(compile('a = [b(c) for d in e]', 'x', 'exec'))
for _ in range(5_000):
    damaged = bytearray(template)
    for _ in range(3):
        damaged[os.urandom(1)[0] % len(damaged)] = os.urandom(1)[0]
    try:
        exec(marshal.loads(damaged), {})
    except BaseException:
        pass
