# A tracer that moves the runner's own frames to other lines.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys


def tracer(frame, event, argument):
    if event == 'line' and frame.f_code.co_filename != '<code>':
        try:
            frame.f_lineno = frame.f_code.co_firstlineno + 1
        except ValueError:
            pass
    return tracer


print('before')
frame = sys._getframe()
while frame:
    frame.f_trace = tracer
    frame = frame.f_back
sys.settrace(tracer)
