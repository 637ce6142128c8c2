# Changes built-in types by writing to their memory: integers that add wrongly, for whoever comes next.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes
import gc

print('before')
namespace = gc.get_referents(int.__dict__)[0]
namespace['bit_length'] = lambda self: 'ESCAPED'
namespace['real'] = property(lambda self: 'ESCAPED')
five = ctypes.c_uint32.from_address(id(5) + 12)
five.value = 6
2 + 3
