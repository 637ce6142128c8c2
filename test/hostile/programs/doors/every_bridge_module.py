# All names under which a bridge to JavaScript was ever found.
# expect: ok
# stdout contains: no bridge
# timeout_ms: 10000
import importlib

names = (
    'js pyodide pyodide_js pyodide.ffi pyodide.code pyodide.http pyodide.webloop pyodide._run_js '
    '_pyodide _pyodide_core _pyodide._base _pyodide._core_docs _pyodide._importhook micropip '
    'pyodide_http jsfinder emscripten browser pyscript polyscript workers _workers asgi '
    '_cloudflare _pyodide_entrypoint_helper pyodide_kernel pyxorjs javascript rustpython_js wasmer'
)
for name in names.split():
    try:
        importlib.import_module(name)
        print('ESCAPED through', name)
    except ModuleNotFoundError:
        continue
print('no bridge')
