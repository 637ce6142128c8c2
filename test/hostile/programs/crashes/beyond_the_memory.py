# Reads past the end of the linear memory: the machine traps.
# expect: error Crash
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
(ctypes.c_char * 16).from_address(0xFFFFFFE0).raw
