# The usual endless recursion: an exception like any other.
# expect: error RecursionError
# stdout contains: before
# timeout_ms: 5000
def deeper():
    return deeper()


print('before')
deeper()
