from kiwisolver import Solver, UnsatisfiableConstraint, Variable, __version__

a, b = Variable('a'), Variable('b')
s = Solver()
s.addConstraint(a + 2 * b == 10)
s.addConstraint(a >= 4)
s.addConstraint(b >= 2)
s.updateVariables()
assert a.value() + 2 * b.value() == 10
try:
    s.addConstraint(a <= 1)
    raise SystemExit('no exception')
except UnsatisfiableConstraint:
    pass
print('kiwisolver', __version__, 'smoke test passed', a.value(), b.value())
