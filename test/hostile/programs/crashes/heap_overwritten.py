# Writes over the whole heap, from a pointer of its own onwards.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
buffer = ctypes.create_string_buffer(16)
memory = (ctypes.c_char * 50_000_000).from_address(ctypes.addressof(buffer))
memory[:] = b'\x41' * 50_000_000
