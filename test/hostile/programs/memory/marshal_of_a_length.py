# The same with marshal: a tuple that says it has two billion items.
# expect: memory or error EOFError or error ValueError
# stdout contains: before
# timeout_ms: 5000
import marshal

print('before')
marshal.loads(b'(\xff\xff\xff\x7f')
