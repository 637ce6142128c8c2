# Fifty thousand exceptions, each caused by the one before.
# expect: error ValueError
# stdout contains: before
# timeout_ms: 20000
print('before')
last = None
for number in range(50_000):
    error = ValueError(number)
    error.__cause__ = last
    last = error
raise last
