#: attached {"a.csv": "x\n1\n", "b.txt": "hello"}
#> a.csv
#> b.txt
#> ['a.csv', 'b.txt']
!ls
files = !ls /mnt/data
print(files)
