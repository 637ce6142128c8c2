#: attached {"notes.txt": "x"}
#: error "execution_error FileNotFoundError: [Errno 44] No such file or directory: 'sandbox:/mnt/data/notes.txt'. There is '/mnt/data/notes.txt'."
open('sandbox:/mnt/data/notes.txt')
