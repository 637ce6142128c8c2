# Starts a Python within Python, which reads its program from standard input.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import code

print('before')
code.interact(exitmsg='')
