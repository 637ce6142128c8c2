# An object that has every attribute, each a function that loops, as the last expression.
# expect: timeout
# stdout contains: before
class Oracle:
    def __getattribute__(self, name):
        if name.startswith('_ipython'):
            raise AttributeError(name)

        def answer(*arguments, **options):
            while True:
                pass

        return answer


print('before')
Oracle()
