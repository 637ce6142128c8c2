# Modules in the working folder with the names of those that the runner uses.
# expect: ok
# stdout contains: before
# results contain: 42
# timeout_ms: 5000
for name in (
    'json',
    'os',
    'struct',
    'linecache',
    'traceback',
    'base64',
    'zlib',
    'io',
    '_sandbox',
    'matplotlib',
):
    with open(f'{name}.py', 'w') as file:
        file.write('raise RuntimeError("shadowed")\n')
print('before')
42
