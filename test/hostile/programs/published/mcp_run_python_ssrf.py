# mcp-run-python: Pyodide's own HTTP client reached the services of the machine.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
for address in (
    'http://localhost:8787/healthz',
    'http://169.254.169.254/',
    'http://[::1]:9229/json',
    'file:///etc/passwd',
):
    try:
        from pyodide.http import open_url, pyfetch

        print('ESCAPED', open_url(address).read(), await pyfetch(address))
    except ModuleNotFoundError as error:
        print(error)
    import urllib.error
    import urllib.request

    try:
        print('ESCAPED', urllib.request.urlopen(address, timeout=1).read())
    except (urllib.error.URLError, OSError) as error:
        print(error)
print('closed')
