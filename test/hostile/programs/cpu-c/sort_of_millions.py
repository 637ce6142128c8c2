# One sort of four million random floats.
# expect: timeout
# timeout_ms: 3000
# stdout contains: before
import os
from array import array

numbers = array('Q', os.urandom(8 * 4_000_000)).tolist()
print('before')
numbers.sort()
