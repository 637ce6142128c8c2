# Asks the built-in importer directly, past `sys.meta_path` and the list of names.
# expect: error ImportError or error AttributeError
# stdout contains: before
# timeout_ms: 5000
import _imp
from importlib.machinery import BuiltinImporter, ModuleSpec

print('before')
_imp.create_builtin(ModuleSpec('_pyodide_core', BuiltinImporter)).raw_call
print('ESCAPED')
