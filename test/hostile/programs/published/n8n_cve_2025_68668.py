# n8n's "N8scape": names were forbidden in the source, but Pyodide's own evaluator runs source that nobody checks.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
hidden = '_py' + 'odide'
try:
    base = __import__(f'{hidden}._base', fromlist=['eval_code'])
    print('ESCAPED', base.eval_code("__import__('os').system('id')"))
except ModuleNotFoundError as error:
    print(error)
import ctypes

try:
    print('ESCAPED', ctypes.CDLL(None).system(b'id > /mnt/data/proof'))
except (OSError, AttributeError, NotImplementedError) as error:
    print(error)
print('closed')
