# Generic aliases and unions of each other, without end.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
alias = list[int]
for _ in range(100_000):
    alias = list[alias]
print('before')
repr(alias)
