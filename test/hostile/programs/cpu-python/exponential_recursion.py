# Few frames deep, but more calls than there is time for.
# expect: timeout
# stdout contains: before
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print('before')
fibonacci(200)
