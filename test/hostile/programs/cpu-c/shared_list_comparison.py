# Two lists of the same shape, equal in a trillion places.
# expect: timeout
# stdout contains: before
left, right = [], []
for _ in range(40):
    left, right = [left, left], [right, right]
print('before')
left == right
