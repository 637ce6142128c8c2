# The safe evaluator, on a literal too deep for it.
# expect: error RecursionError or error MemoryError or error SyntaxError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import ast

print('before')
ast.literal_eval('1' + '+1j' * 300_000)
