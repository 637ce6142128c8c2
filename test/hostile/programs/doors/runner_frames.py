# Walks up to the runner's own frames and reads and changes what is there.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
frame = sys._getframe()
while frame:
    for name in list(frame.f_locals):
        if frame.f_globals.get('__name__') != '__main__':
            try:
                frame.f_locals[name] = None
            except Exception as error:
                print(name, error)
    frame = frame.f_back
