# One assignment frees a linked list of a million nodes, each freed by the one before.
# expect: timeout or error StackOverflow
# timeout_ms: 1000
# stdout contains: before
print('before')
while True:
    chain = None
    for _ in range(1_000_000):
        chain = (chain,)
    chain = None
