# Reads more from the random device than its source gives at once.
# expect: ok
# stdout contains: 1000000
# timeout_ms: 10000
with open('/dev/urandom', 'rb', buffering=0) as file:
    print(len(file.read(1_000_000)))
