# CPython prints its own statistics, from C, without Python's streams.
# expect: timeout
# stdout contains: before
import sys

print('before')
while True:
    sys._debugmallocstats()
