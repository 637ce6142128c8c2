# Names that break headers, paths, JSON and terminals.
# expect: ok
# stdout contains: before
# timeout_ms: 10000
print('before')
names = [
    'a"b.txt',
    "c'd.txt",
    'e\r\nX-Evil: 1.txt',
    'f\tg.txt',
    '\u202egnp.exe',
    '%2e%2e%2f.txt',
    '..\\..\\x',
    '-rf',
    ';ls',
    '<script>.html',
    'é́' * 40,
    '\udcff',
    ' ',
    '.hidden',
    'x' * 255,
    '__proto__',
    'constructor',
    'C:',
    '~',
    '$HOME',
]
for name in names:
    with open(name, 'w') as file:
        file.write(name.encode('utf-8', 'backslashreplace').decode())
