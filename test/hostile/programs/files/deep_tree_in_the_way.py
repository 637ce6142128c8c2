# A tree as deep as there is time for, which the runner walks through to find files.
# expect: any
# stdout contains: before
# timeout_ms: 3000
import os

print('before')
try:
    while True:
        os.mkdir('d')
        os.chdir('d')
finally:
    open('found', 'w').close()
