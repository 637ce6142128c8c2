# A tracer that raises at every event, in the runner's frames too.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys


def tracer(frame, event, argument):
    raise KeyboardInterrupt(event)


print('before')
frame = sys._getframe()
while frame:
    frame.f_trace = tracer
    frame.f_trace_opcodes = True
    frame = frame.f_back
sys.settrace(tracer)
42
