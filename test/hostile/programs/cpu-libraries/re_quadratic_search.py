# No nesting, only many places to start from: trailing space before something.
# expect: timeout
# stdout contains: before
import re

print('before')
re.search(r'\s+$', ' ' * 500_000 + 'x')
