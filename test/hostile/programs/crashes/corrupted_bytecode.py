# A thousand functions of random bytecode.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os


def victim(a, b=1, *c, **d):
    return [a, b, c, d]


print('before')
code = victim.__code__
for _ in range(1_000):
    noise = bytearray(os.urandom(len(code.co_code)))
    victim.__code__ = code.replace(co_code=bytes(noise), co_stacksize=1)
    try:
        victim(1)
    except BaseException:
        pass
