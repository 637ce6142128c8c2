# An exception that caused itself, by way of another.
# expect: error ValueError
# stdout contains: before
# timeout_ms: 5000
print('before')
first, second = ValueError('first'), ValueError('second')
first.__cause__, second.__cause__ = second, first
first.__context__, second.__context__ = second, first
raise first
