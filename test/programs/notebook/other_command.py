#> goes on
#: stderr "There are no processes in this sandbox, so 'head -5 sales.csv' did not run. In Python: print(*open('FILE').readlines()[:10], sep='')\nThere are no processes in this sandbox, so 'mkdir -p out' did not run. In Python: os.makedirs('FOLDER', exist_ok=True)\n"
!head -5 sales.csv
!mkdir -p out
print('goes on')
