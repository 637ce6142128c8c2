# A back reference inside a lookahead tries every pair of lengths.
# expect: timeout
# stdout contains: before
import re

print('before')
re.search(r'(?=(.*))(?=(.*)\1\2\1).*(.+)\3{5}z', 'ab' * 2_000)
