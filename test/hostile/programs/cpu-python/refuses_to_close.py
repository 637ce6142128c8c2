# A generator that answers every `close` and `throw` by going on.
# expect: timeout
# stdout contains: before
def immortal():
    while True:
        try:
            yield
        except BaseException:
            pass


print('before')
generator = immortal()
next(generator)
while True:
    generator.throw(KeyboardInterrupt)
