# The parser and the compiler, in C, over a million lines.
# expect: timeout
# stdout contains: before
source = 'a = [b, c(d), {e: f}]\n' * 200_000
print('before')
compile(source, 'long.py', 'exec')
