# `iter(callable, sentinel)` with a C function that never gives the sentinel.
# expect: timeout
# stdout contains: before
print('before')
max(iter(int, 1))
