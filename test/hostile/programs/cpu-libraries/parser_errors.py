# Broken source makes the parser try again with all its rules for better messages.
# expect: timeout
# stdout contains: before
import ast

source = 'x = ' + '(' * 90 + 'lambda a=' * 60 + '{' * 50 + '!\n'
print('before')
while True:
    try:
        ast.parse(source * 50)
    except SyntaxError:
        pass
