# Each character is looked up in a table and replaced by ten.
# expect: timeout
# stdout contains: before
table = {ord('a'): 'b' * 10}
text = 'a' * 4_000_000
print('before')
while True:
    text.translate(table)
