# Loads the bridge as if it were an extension module, under names that the image may have linked.
# expect: error ImportError
# stdout contains: before
# timeout_ms: 5000
from importlib.machinery import ExtensionFileLoader, ModuleSpec

print('before')
open('_pyodide_core.so', 'wb').write(b'\0asm\1\0\0\0')
loader = ExtensionFileLoader('_pyodide_core', '/mnt/data/_pyodide_core.so')
loader.create_module(ModuleSpec('_pyodide_core', loader, origin='/mnt/data/_pyodide_core.so'))
print('ESCAPED')
