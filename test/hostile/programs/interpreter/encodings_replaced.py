# A codec that turns every text into nothing, under UTF-8's name.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import codecs
import encodings

print('before')
encodings._cache.clear()
codecs.lookup = codecs.encode = codecs.decode = None
codecs.unregister(encodings.search_function)
'é'.encode('utf-8') + 'é'.encode('latin-2')
