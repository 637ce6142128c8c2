# Every hook that `sys` has, replaced by an object that is not callable.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys
import threading

print('before')
for name in (
    'excepthook',
    'displayhook',
    'unraisablehook',
    'breakpointhook',
    '__excepthook__',
    '__displayhook__',
):
    setattr(sys, name, 17)
threading.excepthook = 17
1 / 0
