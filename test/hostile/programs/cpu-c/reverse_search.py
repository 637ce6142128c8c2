# Searching backwards is naive in CPython: it tries every place to its end.
# expect: timeout
# stdout contains: before
print('before')
('a' * 10_000_000).rfind('ab' + 'a' * 5_000_000)
