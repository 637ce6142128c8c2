# `isinstance` with tuples a million deep.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
classes = (int,)
for _ in range(1_000_000):
    classes = (classes,)
print('before')
isinstance('x', classes)
