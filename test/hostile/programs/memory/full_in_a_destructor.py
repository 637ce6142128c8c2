# Fills the memory while an exception for full memory is being told.
# expect: memory
# stdout contains: before
# timeout_ms: 10000
class Greedy:
    def __del__(self):
        global kept
        try:
            kept += [bytearray(1_000_000) for _ in range(1_000)]
        except MemoryError:
            pass


print('before')
kept = []
greedy = Greedy()
while True:
    kept.append(bytearray(10_000_000))
