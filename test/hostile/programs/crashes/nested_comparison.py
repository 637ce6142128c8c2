# Comparing two lists, each a million deep.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
left, right = [], []
for _ in range(1_000_000):
    left, right = [left], [right]
print('before')
left == right
