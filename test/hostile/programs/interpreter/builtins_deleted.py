# Takes the built-in functions away.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import builtins

print('before')
names, remove = list(vars(builtins)), vars(builtins).pop
for name in names:
    remove(name)
1 / 0
