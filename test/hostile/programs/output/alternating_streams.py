# Changes the stream with every word: what is printed is only a little, in many pieces.
# expect: ok
# stdout contains: before
# timeout_ms: 60000
import sys

print('before')
for _ in range(60_000):
    print('o', end='')
    print('e', end='', file=sys.stderr)
