# The textbook's exponential pattern.
# expect: timeout
# stdout contains: before
import re

print('before')
re.match(r'(a+)+$', 'a' * 60 + 'b')
