# Grist's "Cellbreak": from a tuple through all classes to a module loader, to ctypes, to emscripten's JavaScript.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
loader = next(
    cls for cls in ().__class__.__base__.__subclasses__() if cls.__name__ == 'BuiltinImporter'
)
sys = loader.load_module('sys')
ctypes = sys.modules.get('ctypes') or __import__('ctypes')
for library in (None, '', 'libc.so', 'a.out.wasm'):
    try:
        script = ctypes.CDLL(library).emscripten_run_script_string
        script.restype = ctypes.c_char_p
        print(
            'ESCAPED',
            script(b"process.mainModule.require('child_process').execSync('id').toString()"),
        )
    except (OSError, AttributeError, NotImplementedError) as error:
        print(library, type(error).__name__)
print('closed')
