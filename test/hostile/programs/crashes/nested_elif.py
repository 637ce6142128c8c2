# One statement with a hundred thousand branches.
# expect: error RecursionError or error MemoryError or error StackOverflow or ok
# stdout contains: before
# timeout_ms: 20000
print('before')
compile('if 0: pass\n' + 'elif 0: pass\n' * 100_000, 'deep.py', 'exec')
None
