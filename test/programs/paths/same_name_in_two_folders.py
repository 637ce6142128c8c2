#: files ["2023-report.csv", "2024-report.csv", "summary.csv"]
import os
for year in (2023, 2024):
    os.makedirs(f'{year}')
    open(f'{year}/report.csv', 'w').write(f'{year}\n')
open('summary.csv', 'w').write('x\n')
None
