# Collects millions of living cycles again and again.
# expect: timeout
# timeout_ms: 4000
# stdout contains: before
import gc

gc.disable()
cycles = []
for _ in range(500_000):
    cycle = []
    cycle.append(cycle)
    cycles.append(cycle)
print('before')
while True:
    gc.collect()
