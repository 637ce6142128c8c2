# An exception whose message is a hundred megabytes.
# expect: error ValueError
# message contains: the head
# message contains: the tail
# timeout_ms: 10000
raise ValueError('the head' + 'x' * 100_000_000 + 'the tail')
