# Shows more things than there may be results.
# expect: ok
# stderr contains: Only the first
# timeout_ms: 20000
for number in range(5_000):
    display(number)
