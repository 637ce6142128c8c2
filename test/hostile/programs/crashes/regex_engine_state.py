# Bytecode for the matcher itself, made up.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import _sre
import os

print('before')
for _ in range(2_000):
    code = [os.urandom(1)[0] % 45 for _ in range(20)]
    try:
        _sre.compile('x', 0, code, 0, {}, ()).search('abc' * 10)
    except RuntimeError, ValueError, TypeError:
        pass
