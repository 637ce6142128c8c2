# A kilobyte of lists whose text has a trillion letters, as the last expression.
# expect: ok or timeout
# stdout contains: before
# timeout_ms: 2000
nested = []
for _ in range(40):
    nested = [nested, nested]
print('before')
nested
