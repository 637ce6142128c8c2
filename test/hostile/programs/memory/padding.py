# A width of two billion in a format string.
# expect: memory
# stdout contains: before
# timeout_ms: 5000
print('before')
'{:>2000000000}'.format('x')
