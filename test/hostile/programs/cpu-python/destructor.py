# The loop runs in `__del__`, from which Python lets no exception out.
# expect: timeout
# stdout contains: before
class Lingering:
    def __del__(self):
        while True:
            pass


print('before')
lingering = Lingering()
del lingering
