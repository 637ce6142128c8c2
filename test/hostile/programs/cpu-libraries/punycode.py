# Punycode's decoder inserts each character into a string, in Python.
# expect: timeout
# stdout contains: before
print('before')
encoded = ''.join(chr(0x4E00 + n % 20_000) for n in range(20_000)).encode('punycode')
while True:
    encoded.decode('punycode')
