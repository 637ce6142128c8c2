#: attached {"a.csv": "1"}
#> a.csv
#> /mnt/data
import subprocess
print(subprocess.check_output(['ls', '/mnt/data'], text=True), end='')
print(subprocess.run('pwd', shell=True, capture_output=True, text=True).stdout, end='')
