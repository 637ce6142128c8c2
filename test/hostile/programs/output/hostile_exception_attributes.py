# An exception whose every attribute raises.
# expect: error Hostile or error RuntimeError
# stdout contains: before
# timeout_ms: 5000
class Hostile(Exception):
    def __getattribute__(self, name):
        raise RuntimeError(f'{name} is private')


print('before')
raise Hostile('x')
