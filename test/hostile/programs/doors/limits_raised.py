# Gives itself more results than there may be.
# expect: ok
# stdout contains: before
# timeout_ms: 20000
import gc

from _sandbox import results

print('before')
results._count.allowed = 10**9
for limits in gc.get_objects():
    if type(limits).__name__ == 'Limits':
        for field in ('results', 'files', 'file_bytes', 'total_file_bytes'):
            object.__setattr__(limits, field, 10**9)
for number in range(2_000):
    display(number)
    if number < 200:
        open(f'{number}.txt', 'w').close()
