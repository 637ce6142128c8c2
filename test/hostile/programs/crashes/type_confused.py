# Tells CPython that an integer is a list, and uses it.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
victim = 10**100
word = ctypes.sizeof(ctypes.c_void_p)
ctypes.c_void_p.from_address(id(victim) + word).value = id(list)
victim.append(1)
victim[0]
repr(victim)
