# One call into C that adds zeros for ever; no bytecode runs meanwhile.
# expect: timeout
# stdout contains: before
from itertools import repeat

print('before')
sum(repeat(0))
