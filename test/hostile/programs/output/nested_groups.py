# Exception groups that hold each other twice, a thousand deep: two to the thousandth lines of text.
# expect: error ExceptionGroup or error RecursionError or timeout
# stdout contains: before
# timeout_ms: 2000
print('before')
error = ValueError('inmost')
for _ in range(1_000):
    error = ExceptionGroup('group', [error, error])
raise error
