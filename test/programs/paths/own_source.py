#> # This line is read.
#> /mnt/data []
# This line is read.
import os
print(open(__file__).readline().strip())
print(os.path.dirname(os.path.abspath(__file__)), os.listdir('.'))
