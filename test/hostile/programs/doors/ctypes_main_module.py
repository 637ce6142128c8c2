# Emscripten's functions that run JavaScript, looked up in the main program.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
main = ctypes.CDLL(None)
for name in (
    'emscripten_run_script',
    'emscripten_run_script_int',
    'emscripten_run_script_string',
    'emscripten_asm_const_int',
    'emscripten_async_wget',
    'hiwire_get',
    'run_js',
):
    try:
        print('ESCAPED', name, getattr(main, name)(b'1'))
    except (AttributeError, OSError, NotImplementedError) as error:
        print(name, type(error).__name__)
