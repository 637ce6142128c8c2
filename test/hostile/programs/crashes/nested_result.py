# The same as the last expression, so that the runner asks.
# expect: any
# stdout contains: before
# timeout_ms: 5000
nested = {}
for _ in range(1_000_000):
    nested = {0: nested}
print('before')
nested
