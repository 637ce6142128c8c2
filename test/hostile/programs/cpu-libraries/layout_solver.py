# Kiwi solves a chain of constraints that all depend on the first.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import kiwisolver

solver = kiwisolver.Solver()
variables = [kiwisolver.Variable() for _ in range(3_000)]
print('before')
while True:
    for left, right in zip(variables, variables[1:], strict=False):
        solver.addConstraint(left + right * 0.5 >= 1)
    solver.updateVariables()
