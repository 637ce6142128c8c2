# Hashing a tuple, a million deep.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
nested = ()
for _ in range(1_000_000):
    nested = (nested,)
print('before')
hash(nested)
