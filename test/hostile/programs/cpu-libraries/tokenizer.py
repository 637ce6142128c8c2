# Python's own tokenizer in Python, fed with dedents.
# expect: timeout
# stdout contains: before
import io
import tokenize

lines = ''.join(' ' * n + 'if x:\n' for n in range(99))
print('before')
while True:
    try:
        list(tokenize.generate_tokens(io.StringIO(lines * 20).readline))
    except tokenize.TokenError, IndentationError:
        pass
