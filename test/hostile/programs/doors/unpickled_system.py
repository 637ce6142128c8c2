# A pickle that calls `os.system` and then looks for a proxy class.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import pickle

for payload in (
    b'cos\nsystem\n(S"id"\ntR.',
    b'cpyodide.ffi\nJsProxy\n)\x81.',
    b'c_pyodide_core\nJsProxy\n.',
    b'cjs\nfetch\n.',
):
    try:
        value = pickle.loads(payload)
        print(value, 'ESCAPED' if value == 0 else '')
    except (ImportError, OSError, NotImplementedError) as error:
        print(type(error).__name__)
print('closed')
