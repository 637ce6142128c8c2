# A slice of itself twice, forty deep: its hash visits a trillion objects.
# expect: timeout
# stdout contains: before
nested = slice(None)
for _ in range(40):
    nested = slice(nested, nested)
print('before')
hash(nested)
