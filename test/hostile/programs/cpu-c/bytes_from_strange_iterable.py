# `bytes` of a range asks for each number and checks it.
# expect: timeout
# stdout contains: before
from itertools import chain, repeat

print('before')
bytes(chain(bytearray(10_000), repeat(0, 2_000_000_000)))
