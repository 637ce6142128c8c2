# A chain of `yield from` a million deep.
# expect: ok or error RecursionError or memory or timeout or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
def chain(inner):
    yield from inner


generator = iter([1])
for _ in range(1_000_000):
    generator = chain(generator)
print('before')
next(generator)
