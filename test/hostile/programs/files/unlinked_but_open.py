# Files without a name still take room: it must come back when they are closed, and not before.
# expect: ok
# stdout contains: before
# timeout_ms: 20000
import os

print('before')
for _ in range(20):
    with open('ghost', 'wb') as file:
        os.unlink('ghost')
        file.write(bytes(20_000_000))
