# Reloads every module that is loaded, the runner's too.
# expect: any
# stdout contains: before
# timeout_ms: 20000
import importlib
import sys

print('before')
for name, module in list(sys.modules.items()):
    try:
        importlib.reload(module)
    except BaseException:
        pass
42
