# PBKDF2 by hand, since this build has no OpenSSL: HMAC upon HMAC.
# expect: timeout
# stdout contains: before
import hmac

print('before')
block = b'salt'
while True:
    block = hmac.digest(b'password', block, 'sha512')
