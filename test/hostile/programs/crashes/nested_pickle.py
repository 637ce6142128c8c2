# A pickle that nests, loaded, copied, and dumped again.
# expect: error RecursionError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import pickle

print('before')
nested = pickle.loads(b'(' + b'N' + b'\x85' * 1_000_000 + b'.')
pickle.dumps(nested)
