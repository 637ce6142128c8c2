# Opens files until no descriptor is left, and keeps them.
# expect: error OSError
# stdout contains: before
# timeout_ms: 10000
print('before')
kept = []
while True:
    kept.append(open('/dev/null'))
