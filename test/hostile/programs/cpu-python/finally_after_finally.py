# Each time-out that unwinds one level starts the loop of the next.
# expect: timeout
# stdout contains: before
def dig(depth):
    try:
        if depth:
            dig(depth - 1)
        while True:
            pass
    finally:
        while True:
            pass


print('before')
dig(100)
