# Gigabytes of zeros in a gzip file that a program reads in one piece.
# expect: memory
# stdout contains: before
# timeout_ms: 20000
import gzip
import io

member = gzip.compress(bytes(50_000_000), 1)
print('before')
gzip.GzipFile(fileobj=io.BytesIO(member * 40)).read()
