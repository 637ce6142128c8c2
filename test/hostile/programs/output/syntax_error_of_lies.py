# A syntax error whose place is nonsense of every type.
# expect: error SyntaxError
# stdout contains: before
# timeout_ms: 5000
print('before')
error = SyntaxError('lies', ('file', 1, 1, 'text'))
error.filename = 17
error.lineno = -(10**30)
error.offset = 'x'
error.text = ['not', 'text']
error.end_offset = 2**200
raise error
