# Asking for a format ends the program.
# expect: any
# stdout contains: before
# timeout_ms: 5000
class Quitting:
    def _repr_html_(self):
        raise SystemExit(3)


print('before')
Quitting()
