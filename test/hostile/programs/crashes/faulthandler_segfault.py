# The fault handler's own way to read from nowhere.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import faulthandler

print('before')
faulthandler._sigsegv()
