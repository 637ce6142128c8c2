# A regular expression of fifty thousand groups in each other.
# expect: error RecursionError or error StackOverflow or error OverflowError or error PatternError
# stdout contains: before
# timeout_ms: 10000
import re

print('before')
re.compile('(?:' * 50_000 + 'x' + ')' * 50_000)
