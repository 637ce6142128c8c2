# Writes until there is no room left, and says how it ended.
# expect: error OSError
# stdout contains: before
# message contains: space
# timeout_ms: 10000
print('before')
with open('big', 'wb') as file:
    while True:
        file.write(bytes(1_000_000))
