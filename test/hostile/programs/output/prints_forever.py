# Prints until its time is up.
# expect: timeout
# stdout contains: the first line
print('the first line')
while True:
    print('and one more line that nobody needs')
