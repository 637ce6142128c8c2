# The loop is in the profiler, which every call and every C function wakes.
# expect: timeout
# stdout contains: before
import sys


def profiler(frame, event, argument):
    while event:
        pass


print('before')
sys.setprofile(profiler)
len([])
