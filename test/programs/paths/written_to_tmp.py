#> ok
#: files ["notes.md", "data.csv", "report.txt"]
import os
with open('/tmp/report.txt', 'w') as file:
    file.write('done')
os.makedirs('/home/user', exist_ok=True)
open('/home/user/data.csv', 'w').write('a\n1\n')
open(os.path.expanduser('~/notes.md'), 'w').write('# x')
print('ok')
