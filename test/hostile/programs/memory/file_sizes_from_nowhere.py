# Files made huge without writing to them.
# expect: error OSError
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
for size in (2**62, 2**40, 2**33, 2**31, 100_000_000):
    with open('sparse', 'wb') as file:
        try:
            file.truncate(size)
            print('ESCAPED: a file of', os.stat('sparse').st_size)
        except OSError as error:
            print(size, error)
with open('sparse', 'wb') as file:
    file.seek(2**40)
    file.write(b'x')
