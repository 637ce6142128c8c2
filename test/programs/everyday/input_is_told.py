#: stdout "Name: "
#: error "execution_error EOFError: input() has nothing to read: a program in this sandbox gets no standard input"
name = input('Name: ')
print(name)
