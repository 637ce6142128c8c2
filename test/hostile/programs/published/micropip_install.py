# Packages fetched at run time, by everything in Pyodide's world that fetches.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
for attempt in ('micropip', 'pyodide_js', 'piplite'):
    try:
        module = __import__(attempt)
        print('ESCAPED', await module.install('six'))
    except ModuleNotFoundError as error:
        print(error)
print('closed')
