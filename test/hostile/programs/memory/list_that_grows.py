# A list of new objects, until the memory is full.
# expect: memory
# stdout contains: before
# timeout_ms: 20000
print('before')
kept = []
while True:
    kept.append(bytearray(100_000))
