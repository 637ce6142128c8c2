# Installers, and what they would need.
# expect: ok
# stdout contains: closed
# timeout_ms: 10000
import runpy

for name in ('pip', 'ensurepip', 'micropip', 'venv', 'setuptools'):
    try:
        runpy.run_module(name, run_name='__main__')
        print('ESCAPED', name)
    except (ImportError, OSError) as error:
        print(name, type(error).__name__)
print('closed')
