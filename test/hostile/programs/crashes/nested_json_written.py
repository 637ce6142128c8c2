# The same the other way: a list in a list, written out.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import json

nested = []
for _ in range(1_000_000):
    nested = [nested]
print('before')
json.dumps(nested)
