# Audit hooks are no wall here, and there is none to remove: what they would hide is not there either.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import sys

seen = []
sys.addaudithook(lambda event, arguments: seen.append(event))
sys.addaudithook(lambda event, arguments: seen.clear())
try:
    print('ESCAPED', open('/etc/passwd').read())
except OSError:
    print('closed', seen)
