# Clears every object that the collector knows, of those that can be cleared.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import gc

print('before')
gc.unfreeze()
for thing in gc.get_objects():
    if type(thing) in (dict, list, set):
        thing.clear()
