# A hash function in C over a hundred megabytes, many times.
# expect: timeout
# timeout_ms: 2000
# stdout contains: before
import hashlib

data = bytes(100_000_000)
print('before')
while True:
    hashlib.sha3_512(data)
