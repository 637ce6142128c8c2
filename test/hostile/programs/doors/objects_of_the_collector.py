# Every object that the garbage collector knows, searched for a proxy, a bridge, a handle.
# expect: ok
# stdout contains: none
# timeout_ms: 10000
import gc

suspicious = [
    thing
    for thing in gc.get_objects()
    if any(
        word in type(thing).__name__.lower() for word in ('jsproxy', 'pyproxy', 'hiwire', 'jsref')
    )
]
print('ESCAPED' if suspicious else 'none', suspicious[:3])
