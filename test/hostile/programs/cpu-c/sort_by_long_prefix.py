# Strings that differ only at their ends: each comparison walks through both.
# expect: timeout
# timeout_ms: 3000
# stdout contains: before
prefix = 'a' * 100_000
items = [[prefix + str(n * 7919 % 1000)] * 50 for n in range(1000)]
print('before')
while True:
    sorted(items)
