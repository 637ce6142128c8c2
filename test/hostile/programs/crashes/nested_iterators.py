# One `next` that asks a chain of a hundred thousand iterators in C.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
iterator = iter([1])
for _ in range(100_000):
    iterator = map(int, iterator)
print('before')
next(iterator)
