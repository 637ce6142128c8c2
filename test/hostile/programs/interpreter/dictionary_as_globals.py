# Runs code whose globals are a dictionary that raises.
# expect: any
# stdout contains: before
# timeout_ms: 5000
class Space(dict):
    def __missing__(self, name):
        raise SystemError(name)


print('before')
exec('while True: x = y', Space(), Space())
