# Swallows the time-out, and every later one, and goes on.
# expect: timeout
# stdout contains: before
print('before')
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
