# Changes what belongs to the process: folder, mask, locale, environment, limits.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import decimal
import locale
import os
import sys

print('before')
os.environ['PYTHONSTARTUP'] = '/tmp/evil.py'
os.environ['TZ'] = 'Asia/Tokyo'
os.putenv('PATH', '/evil')
os.umask(0)
os.chdir('/')
locale.setlocale(locale.LC_ALL, 'C')
decimal.getcontext().prec = 1
decimal.DefaultContext.prec = 1
sys.setrecursionlimit(50_000)
sys.set_int_max_str_digits(0)
sys.argv[:] = ['evil']
sys.ps1 = 'evil'
sys.path.insert(0, '/tmp')
