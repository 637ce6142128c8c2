# A chain of a million attributes: deep on the left, where the parser does not count.
# expect: error RecursionError or error MemoryError or error StackOverflow
# stdout contains: before
# timeout_ms: 10000
print('before')
compile('a' + '.a' * 500_000, 'deep.py', 'eval')
