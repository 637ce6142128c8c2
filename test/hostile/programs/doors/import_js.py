# Pyodide's module of JavaScript's globals.
# expect: error ModuleNotFoundError
# stdout contains: before
# timeout_ms: 5000
print('before')
import js

print('ESCAPED', js.fetch)
