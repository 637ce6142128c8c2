# A format in a format in a format.
# expect: error ValueError or error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
print('before')
('{:' * 100_000 + '}' * 100_000).format(*[1] * 10)
