# mcp-run-python: `js` and `pyodide_js` were there, and files outlived the run that wrote them.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import os

for name in ('js', 'pyodide_js'):
    try:
        module = __import__(name)
        print('ESCAPED', module.Deno if hasattr(module, 'Deno') else module)
    except ModuleNotFoundError as error:
        print(error)
mark = '/tmp/left_by_pydantic_ai_2332'
print('ESCAPED' if os.path.exists(mark) else 'closed')
open(mark, 'w').close()
