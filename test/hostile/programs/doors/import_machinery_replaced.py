# A meta path of the program's own that pretends to be the runner's modules.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys
from importlib.machinery import ModuleSpec


class Pretender:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return ModuleSpec(name, Pretender)

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        module.__getattr__ = lambda name: Pretender


print('before')
sys.modules.clear()
sys.meta_path[:] = [Pretender]
'the result'
