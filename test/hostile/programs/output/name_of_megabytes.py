# An exception whose class has a name of ten megabytes.
# expect: any
# stdout contains: before
# timeout_ms: 10000
print('before')
raise type('E' * 10_000_000, (Exception,), {})('x')
