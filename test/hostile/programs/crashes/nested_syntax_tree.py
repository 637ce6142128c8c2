# A tree built by hand, deeper than the parser would allow, given to the compiler.
# expect: error RecursionError or error StackOverflow or memory
# stdout contains: before
# timeout_ms: 10000
import ast

place = {'lineno': 1, 'col_offset': 0, 'end_lineno': 1, 'end_col_offset': 1}
tree = ast.Constant(1, **place)
for _ in range(100_000):
    tree = ast.UnaryOp(ast.USub(), tree, **place)
print('before')
compile(ast.Expression(tree), 'deep.py', 'eval')
