# Each format raises something else, one of them an exit.
# expect: any
# results contain: still shown
# timeout_ms: 5000
class Broken:
    def __repr__(self):
        return 'still shown'

    def _repr_html_(self):
        raise MemoryError

    def _repr_markdown_(self):
        raise RecursionError

    def _repr_latex_(self):
        raise StopIteration

    def _repr_svg_(self):
        raise ExceptionGroup('many', [ValueError()])


Broken()
