# Wraps one word of a million letters with hyphens everywhere.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import textwrap

print('before')
while True:
    textwrap.wrap('a-' * 500_000, width=1)
