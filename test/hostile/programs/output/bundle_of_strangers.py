# A MIME bundle with unknown types, prototype keys and wrong values.
# expect: ok
# results contain: bundle
# timeout_ms: 5000
class Bundle:
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {
            'text/plain': 'bundle',
            '__proto__': {'isAdmin': True},
            'constructor': 'constructor',
            'application/json': {'__proto__': {'polluted': True}, 'constructor': {'prototype': 1}},
            'text/html': None,
            'x' * 100_000: 'x',
        }


Bundle()
