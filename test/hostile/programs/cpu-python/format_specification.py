# The loop runs inside an f-string.
# expect: timeout
# stdout contains: before
class Number:
    def __format__(self, specification):
        while True:
            pass


print('before')
f'{Number():>10}'
