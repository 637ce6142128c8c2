# An integer with a hundred million digits.
# expect: timeout
# stdout contains: before
print('before')
3 ** (3**19)
