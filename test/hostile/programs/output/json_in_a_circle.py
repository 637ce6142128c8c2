# JSON that contains itself, with NaN, infinity, and keys that are no strings.
# expect: ok
# results contain: circle
# timeout_ms: 5000
class Circle:
    def __repr__(self):
        return 'circle'

    def _repr_json_(self):
        circle = {float('nan'): float('inf'), None: -0.0, (1, 2): 10**400}
        circle['again'] = circle
        return circle


Circle()
