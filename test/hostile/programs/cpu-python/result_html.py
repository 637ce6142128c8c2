# The loop runs when the runner asks the last expression for its HTML.
# expect: timeout
# stdout contains: before
class Table:
    def _repr_html_(self):
        while True:
            pass


print('before')
Table()
