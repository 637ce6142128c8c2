# Interpreters within the interpreter.
# expect: error ModuleNotFoundError or error ImportError
# stdout contains: before
# timeout_ms: 5000
print('before')
from concurrent import interpreters

interpreters.create().exec('while True: pass')
