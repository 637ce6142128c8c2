# Help on everything, through a pager that wants a terminal.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import os

os.environ['PAGER'] = 'less'
os.environ['MANPAGER'] = 'sh -c id'
print('before')
help('modules')
