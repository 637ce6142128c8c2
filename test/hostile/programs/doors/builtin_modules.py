# Modules compiled into the interpreter are in no folder; they are listed all the same.
# expect: ok
# stdout contains: none of them
# timeout_ms: 5000
import sys

suspicious = [
    name
    for name in sys.builtin_module_names
    if any(part in ('js', 'pyodide', 'hiwire', 'proxy') for part in name.split('_'))
]
print('ESCAPED' if suspicious else 'none of them', suspicious)
