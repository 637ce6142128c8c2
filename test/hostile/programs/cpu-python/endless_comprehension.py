# A set comprehension over a generator that never ends and never yields anything new.
# expect: timeout
# stdout contains: before
def forever():
    while True:
        yield 1


print('before')
{value for value in forever()}
