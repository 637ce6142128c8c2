# The loop runs in `__set_name__`, while the class statement is still being made.
# expect: timeout
# stdout contains: before
class Field:
    def __set_name__(self, owner, name):
        while owner:
            pass


print('before')
type('Record', (), {'field': Field()})
