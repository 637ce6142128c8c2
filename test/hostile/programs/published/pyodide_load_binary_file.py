# Pyodide under Node: `pyodide_js._api.loadBinaryFile` read any file of the host, and `import()` any module.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
try:
    import pyodide_js

    print('ESCAPED', await pyodide_js._api.loadBinaryFile('/etc/passwd'))
except ModuleNotFoundError as error:
    print(error)
try:
    from pyodide.code import run_js

    print('ESCAPED', await run_js("import('node:child_process')"))
except ModuleNotFoundError as error:
    print(error)
print('closed')
