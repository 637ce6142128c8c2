# smolagents' issue 2094: `ctypes` was not among the forbidden modules, and libc has `system`.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import ctypes
import ctypes.util

for name in (None, 'libc.so.6', 'libc', ctypes.util.find_library('c')):
    try:
        library = ctypes.CDLL(name)
        print(
            name,
            library,
            [hasattr(library, function) for function in ('system', 'execve', 'dlopen')],
        )
        print('ESCAPED', library.system(b'id'))
    except (OSError, AttributeError, NotImplementedError) as error:
        print(error)
print('closed')
