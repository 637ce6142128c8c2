# The loop is called by the garbage collector, before it collects.
# expect: timeout
# stdout contains: before
import gc


def collecting(phase, details):
    while True:
        pass


print('before')
gc.callbacks.append(collecting)
gc.collect()
