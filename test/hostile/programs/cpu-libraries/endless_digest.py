# The digest of SHAKE may have any length.
# expect: timeout
# stdout contains: before
import hashlib

print('before')
while True:
    hashlib.shake_256(b'').digest(100_000_000)
