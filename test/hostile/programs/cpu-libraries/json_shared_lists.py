# A few hundred bytes of lists that JSON writes out a trillion times.
# expect: timeout
# stdout contains: before
import json

nested = []
for _ in range(40):
    nested = [nested, nested]
print('before')
json.dumps(nested)
