# `isinstance` with a tuple that contains itself twice at each level.
# expect: timeout
# stdout contains: before
classes = (int,)
for _ in range(40):
    classes = (classes, classes)
print('before')
isinstance('text', classes)
