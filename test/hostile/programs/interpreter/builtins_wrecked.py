# Replaces every built-in function by one that raises.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import builtins


def broken(*arguments, **options):
    raise RuntimeError('broken')


print('before')
for name in dir(builtins):
    if not name.startswith('_') and name != 'BaseException':
        setattr(builtins, name, broken)
undefined
