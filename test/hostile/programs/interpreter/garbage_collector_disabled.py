# Makes cycles without the collector until something gives.
# expect: memory or timeout
# stdout contains: before
# timeout_ms: 5000
import gc

gc.disable()
gc.freeze()
gc.set_threshold(0)
print('before')
while True:
    cycle = [bytearray(100_000)]
    cycle.append(cycle)
