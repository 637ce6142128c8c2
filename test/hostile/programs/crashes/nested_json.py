# A parser in C that calls itself for each bracket.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import json

print('before')
json.loads('[' * 1_000_000)
