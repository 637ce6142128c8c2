# smolagents: dunder attributes lead from a string to every class, and one of those is `Popen`.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import subprocess

every = ''.__class__.__mro__[-1].__subclasses__()
popen = next(cls for cls in every if cls.__name__ == 'Popen')
try:
    print('ESCAPED', popen(['id'], stdout=-1).communicate())
except OSError as error:
    print(error)
print('closed')
