# A hundred megabytes in one call, whose head and tail matter.
# expect: ok
# stdout contains: the head
# stdout contains: the tail
# stdout contains: left out
# timeout_ms: 10000
print('the head' + 'x' * 100_000_000 + 'the tail')
