# Random bytes come from outside the program, where no fuel is counted.
# expect: timeout
# stdout contains: before
import os

print('before')
while True:
    os.urandom(50_000_000)
