# A context manager whose exit swallows whatever ended the block, and starts it again.
# expect: timeout
# stdout contains: before
class Stubborn:
    def __enter__(self):
        return self

    def __exit__(self, *reason):
        with Stubborn():
            while True:
                pass
        return True


print('before')
with Stubborn():
    while True:
        pass
