# The plainest endless loop; its traceback says which line it was in.
# expect: timeout
# stdout contains: before
# traceback contains: File "<code>", line
print('before')
count = 0
while True:
    count += 1
