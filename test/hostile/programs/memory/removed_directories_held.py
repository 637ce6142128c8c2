# Directories that are removed from below while the deepest is open: nobody sees them, and all are kept.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import os

print('before')
held = []
while True:
    for _ in range(5_000):
        os.mkdir('d')
        os.chdir('d')
    held.append(os.open('.', os.O_RDONLY))
    for _ in range(5_000):
        os.chdir('..')
        os.rmdir('d')
