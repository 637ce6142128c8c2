#: error "execution_error FileNotFoundError: [Errno 44] No such file or directory: 'C:\\\\Users\\\\me\\\\data.csv'. Files are read from and written to /mnt/data in this sandbox; there are: none."
open('C:\\Users\\me\\data.csv')
