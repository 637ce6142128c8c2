# Reads and writes where nothing is; in WebAssembly, address zero is memory like any other.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
nowhere = (ctypes.c_char * 65_536).from_address(0)
nowhere[:] = b'\xff' * 65_536
[object() for _ in range(1_000)]
