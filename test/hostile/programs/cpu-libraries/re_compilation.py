# Not the matching but the compiling: repeats of repeats of optional things.
# expect: timeout
# stdout contains: before
import re

pattern = 'x'
for _ in range(18):
    pattern = f'(?:{pattern}|{pattern})'
print('before')
re.compile(pattern)
