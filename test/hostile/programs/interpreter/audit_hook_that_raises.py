# Forbids everything that is audited: opening, compiling, importing.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys


def hook(event, arguments):
    raise SystemExit(event)


print('before')
sys.addaudithook(hook)
open('x', 'w')
