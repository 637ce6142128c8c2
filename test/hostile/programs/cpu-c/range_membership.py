# Something that is not an integer is looked for in a range by trying every one.
# expect: timeout
# stdout contains: before
print('before')
'needle' in range(10**15)
