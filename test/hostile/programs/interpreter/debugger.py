# Starts the debugger, which waits for commands.
# expect: any
# stdout contains: before
# timeout_ms: 5000
print('before')
breakpoint()
print('after')
