# The environment holds the sandbox's own few variables and nothing of the server's.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import os

names = set(os.environ) - {
    'HOME',
    'LANG',
    'MPLBACKEND',
    'MPLCONFIGDIR',
    'PATH',
    'PYTHONDONTWRITEBYTECODE',
    'PYTHONHASHSEED',
    'PYTHONHOME',
    'PYTZ_TZDATADIR',
    'TZ',
    'USER',
}
print('ESCAPED' if names else 'closed', sorted(names))
