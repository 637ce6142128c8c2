# Marshal reads by recursion.
# expect: error ValueError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import marshal

print('before')
marshal.loads(b')\x01' * 1_000_000 + b'N')
