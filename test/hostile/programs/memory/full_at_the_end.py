# Ends with the memory full to the last bytes, so that telling the result finds none left.
# expect: any
# stdout contains: before
# timeout_ms: 10000
print('before')
kept = []
size = 64_000_000
while size > 16:
    try:
        kept.append(bytearray(size))
    except MemoryError:
        size //= 2
kept
