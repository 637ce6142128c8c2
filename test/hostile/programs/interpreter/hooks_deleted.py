# Deletes attributes of `sys` until little is left.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
names, remove = list(vars(sys)), vars(sys).pop
for name in names:
    remove(name, None)
1 / 0
