# Makes an integer of each of 200 million bytes to compare it.
# expect: timeout
# stdout contains: before
from array import array

print('before')
array('B', bytes(200_000_000)).count(1)
