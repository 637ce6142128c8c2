# RestrictedPython and its kin: generator frames lead out of a name space without builtins.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
source = """
def outer():
    def inner():
        yield running.gi_frame.f_back.f_back.f_back
    global running
    running = inner()
    return [frame for frame in running][0]
found = outer()
"""
space = {'__builtins__': {}}
exec(source, space)
frame = space['found']
names = set()
while frame:
    names |= set(frame.f_globals)
    frame = frame.f_back
print('ESCAPED' if names & {'js', 'env', 'process', 'LOADER'} else 'closed')
