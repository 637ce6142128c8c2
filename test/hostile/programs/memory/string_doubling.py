# Doubles a string thirty times.
# expect: memory
# stdout contains: before
# timeout_ms: 5000
print('before')
text = 'x'
while True:
    text += text
