# The loop runs while a module of the program's own is imported, under the import lock.
# expect: timeout
# stdout contains: before
with open('endless.py', 'w') as file:
    file.write('while True:\n    pass\n')
print('before')
import endless
