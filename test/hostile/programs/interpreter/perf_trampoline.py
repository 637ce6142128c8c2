# Native code made at run time for profilers.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
try:
    sys.activate_stack_trampoline('perf_jit')
    print('ESCAPED: native code')
except (ValueError, OSError, RuntimeError) as error:
    print(error)
