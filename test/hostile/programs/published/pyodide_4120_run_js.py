# Pyodide's issue 4120: unregistering `js` leaves `run_js`, which asks the core module.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import importlib
import sys

for name, attribute in (
    ('_pyodide_core', 'raw_call'),
    ('_pyodide_core', 'JsProxy'),
    ('pyodide._run_js', 'run_js'),
    ('pyodide.code', 'run_js'),
    ('pyodide.ffi', 'create_proxy'),
    ('_pyodide._core_docs', '_instantiate_token'),
):
    sys.modules.pop(name, None)
    try:
        print('ESCAPED', getattr(importlib.import_module(name), attribute))
    except ModuleNotFoundError as error:
        print(error)
print('closed')
