# The loop is in the stream that `print` writes to.
# expect: timeout
# stdout contains: before
import sys


class Stream:
    def write(self, text):
        while True:
            pass

    flush = write


print('before')
sys.stdout = Stream()
print('never printed')
