# A document of nothing but small numbers, parsed in C.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import json

document = '[' + '1e308,' * 4_000_000 + '1]'
print('before')
while True:
    json.loads(document)
