# Source code that is nothing but brackets.
# expect: error SyntaxError or error MemoryError or error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
print('before')
compile('-' * 500_000 + '1', 'deep.py', 'eval')
