# mcp-run-python: JavaScript's globals were changed so that the server answered later requests wrongly.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
scripts = (
    'globalThis.JSON.stringify = () => "{}"',
    'Object.prototype.toJSON = () => "hijacked"',
    'globalThis.fetch = null',
    'WebAssembly.promising = null',
)
for script in scripts:
    try:
        from pyodide.code import run_js

        print('ESCAPED', run_js(script))
    except ModuleNotFoundError as error:
        print(error)
print('closed')
