# Keys that all have the same hash, and compare by running for ever.
# expect: timeout
# stdout contains: before
class Key:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        while True:
            pass


print('before')
{Key(): 1, Key(): 2}
