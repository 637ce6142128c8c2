# Formats that are not what they should be: numbers, bytes, generators, themselves.
# expect: ok
# results contain: wrong
# timeout_ms: 5000
class Wrong:
    def __repr__(self):
        return 'wrong'

    def _repr_html_(self):
        return 17

    def _repr_svg_(self):
        return b'<svg/>'

    def _repr_markdown_(self):
        return (text for text in 'x')

    def _repr_latex_(self):
        return self

    def _repr_png_(self):
        return 'not base64 at all!'

    def _repr_json_(self):
        return {self: {1, 2, 3}}


Wrong()
