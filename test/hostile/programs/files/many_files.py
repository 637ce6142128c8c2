# Twenty thousand files in the working folder: some are returned, the others are counted.
# expect: ok
# stderr contains: more files
# timeout_ms: 60000
for number in range(20_000):
    open(f'{number:05}.txt', 'w').close()
