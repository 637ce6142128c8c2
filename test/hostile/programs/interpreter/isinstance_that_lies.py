# The runner's questions are answered wrongly: everything is everything.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import builtins

print('before')
builtins.isinstance = lambda *question: True
builtins.len = lambda thing: -1
builtins.str = builtins.repr = lambda thing='': 7
builtins.type = lambda *question: None
1 / 0
