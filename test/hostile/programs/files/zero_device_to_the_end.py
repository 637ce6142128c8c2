# Reads a device that has no end.
# expect: memory
# stdout contains: before
# timeout_ms: 20000
print('before')
open('/dev/zero', 'rb').read()
