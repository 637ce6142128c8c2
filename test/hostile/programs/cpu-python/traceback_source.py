# The runner reads the source lines for a traceback from a loader that never gives them.
# expect: timeout
# stdout contains: before
from importlib.machinery import ModuleSpec


class Loader:
    def get_source(self, name):
        while True:
            pass


print('before')
source = compile('1 / 0', '/nowhere/module.py', 'exec')
exec(source, {'__name__': 'nowhere', '__spec__': ModuleSpec('nowhere', Loader())})
