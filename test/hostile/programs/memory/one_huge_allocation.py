# Asks for more than there is, at once.
# expect: memory
# stdout contains: before
# timeout_ms: 5000
print('before')
bytearray(2_000_000_000)
