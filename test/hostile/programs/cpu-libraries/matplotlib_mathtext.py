# A formula nested as deep as the parser goes, parsed by combinators in Python.
# expect: timeout or error ValueError or error RecursionError
# timeout_ms: 1000
# stdout contains: before
from matplotlib.mathtext import MathTextParser

print('before')
while True:
    MathTextParser('agg').parse('$' + r'\frac{a}{' * 12 + 'b' + '}' * 12 + '$')
    MathTextParser._parse_cached.cache_clear()
