#: stdout /^CPU times: user \S+ \S+, sys: \S+ \S+, total: \S+ \S+\nWall time: \S+ \S+\n\[0, 1, 4, 9, 16, 25, 36, 49, 64, 81\]\n$/
%time squares = [n * n for n in range(10)]
print(squares)
