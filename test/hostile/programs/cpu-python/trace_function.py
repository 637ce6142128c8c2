# The loop is in the tracer, which runs between the program's lines.
# expect: timeout
# stdout contains: before
import sys


def tracer(frame, event, argument):
    while True:
        pass


print('before')
sys.settrace(tracer)
(lambda: None)()
