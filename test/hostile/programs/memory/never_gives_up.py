# Catches `MemoryError` and asks for smaller pieces until nothing fits, for ever.
# expect: timeout or memory
# stdout contains: before
# timeout_ms: 2000
print('before')
kept = []
size = 100_000_000
while True:
    try:
        kept.append(bytearray(size))
    except MemoryError:
        size = size // 2 or 1
