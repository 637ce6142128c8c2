# Bulk memory instructions: a hundred megabytes moved by one instruction.
# expect: timeout
# timeout_ms: 2000
# stdout contains: before
source, target = bytearray(100_000_000), bytearray(100_000_000)
print('before')
while True:
    target[:] = source
