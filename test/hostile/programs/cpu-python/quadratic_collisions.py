# A million keys in one bucket: every insertion compares with all before.
# expect: timeout
# stdout contains: before
class Same:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self is other


print('before')
table = {}
for _ in range(1_000_000):
    table[Same()] = None
