# Each exception keeps the one before, with its frame and what is in it.
# expect: memory or timeout
# stdout contains: before
# timeout_ms: 5000
print('before')
last = None
while True:
    try:
        ballast = bytearray(1_000_000)
        raise ValueError(ballast) from last
    except ValueError as error:
        last = error
