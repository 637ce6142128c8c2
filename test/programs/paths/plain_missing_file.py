#: error "execution_error FileNotFoundError: [Errno 44] No such file or directory: 'nowhere.txt'"
open('nowhere.txt')
