# A file larger than one may be, among others that are allowed.
# expect: ok
# stderr contains: Not returned
# results contain: small.bin
# timeout_ms: 30000
for name, size in (('large.bin', 25_000_000), ('medium.bin', 15_000_000), ('small.bin', 1_000)):
    with open(name, 'wb') as file:
        file.write(bytes(size))
