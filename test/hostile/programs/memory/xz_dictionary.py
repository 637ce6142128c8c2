# A stream that asks its decoder for a dictionary of 1.5 GiB.
# expect: memory or error LZMAError or timeout
# stdout contains: before
# timeout_ms: 5000
import lzma

print('before')
filters = [{'id': lzma.FILTER_LZMA2, 'dict_size': 1_610_612_736}]
packed = lzma.compress(b'a' * 1_000, format=lzma.FORMAT_RAW, filters=[{'id': lzma.FILTER_LZMA2}])
lzma.decompress(packed, format=lzma.FORMAT_RAW, filters=filters)
