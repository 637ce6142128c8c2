# A million attribute names, each interned, each part of a class of its own.
# expect: memory or timeout
# stdout contains: before
# timeout_ms: 5000
print('before')
kept = []
number = 0
while True:
    kept.append(type(f'Class{number}', (), {f'attribute{number}': number}))
    number += 1
