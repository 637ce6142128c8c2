# Sets the reference count of `None` and of small integers to zero, and drops them.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
for thing in (None, True, 1, 2, '', (), int, str, dict):
    ctypes.c_ssize_t.from_address(id(thing)).value = 1
for _ in range(100):
    list(range(-5, 257))
    dict(a=None)
    str(1)
