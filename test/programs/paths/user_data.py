#: attached {"notes.txt": "x"}
#: error "execution_error FileNotFoundError: [Errno 44] No such file or directory: '/mnt/user-data/uploads/report.txt'. Files are read from and written to /mnt/data in this sandbox; there are: 'notes.txt'."
open('/mnt/user-data/uploads/report.txt').read()
