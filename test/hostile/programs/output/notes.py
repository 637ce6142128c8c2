# An exception with a hundred thousand notes of a kilobyte.
# expect: error ValueError or memory
# stdout contains: before
# timeout_ms: 10000
print('before')
error = ValueError('noted')
error.__notes__ = ['x' * 1_000] * 100_000
raise error
