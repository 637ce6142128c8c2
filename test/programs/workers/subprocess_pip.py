#> ok
#: stderr "Nothing can be installed in this sandbox: it has no network. Already there: openpyxl 3.1.5.\n"
import subprocess, sys
subprocess.check_call([sys.executable, '-m', 'pip', 'install', '--quiet', 'openpyxl'])
import openpyxl
print('ok')
