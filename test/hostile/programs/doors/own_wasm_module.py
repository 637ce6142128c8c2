# Brings WebAssembly code of its own, with a dynamic library's section, as an extension module.
# expect: error ImportError
# stdout contains: before
# timeout_ms: 5000
print('before')
module = b'\0asm\1\0\0\0' + b'\0\x0f\x08dylink.0\x01\x04\0\0\0\0' + b'\x01\x04\x01\x60\0\0'
with open('evil.cpython-314-wasm32-emscripten.so', 'wb') as file:
    file.write(module)
with open('evil.so', 'wb') as file:
    file.write(module)
import importlib.machinery
import sys

sys.path_hooks.insert(
    0, importlib.machinery.FileFinder.path_hook((importlib.machinery.ExtensionFileLoader, ['.so']))
)
sys.path_importer_cache.clear()
import evil

print('ESCAPED', evil)
