# `hasattr` asks `__getattr__`, which asks `hasattr`, and recursion errors count as "no".
# expect: timeout
# stdout contains: before
class Mirror:
    def __getattr__(self, name):
        try:
            return hasattr(self, name + 'x') or hasattr(self, name + 'y')
        except RecursionError:
            return hasattr(Mirror(), name + 'z')


print('before')
Mirror().anything
