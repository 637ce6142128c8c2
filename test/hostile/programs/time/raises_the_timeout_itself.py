# Raises the runner's own exception: a program that says it ran out of time when it did not.
# expect: any
# stdout contains: before
# timeout_ms: 5000
from _sandbox.deadline import ExecutionTimeout

print('before')
raise ExecutionTimeout('a lie')
