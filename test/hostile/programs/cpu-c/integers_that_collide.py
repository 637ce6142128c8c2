# Multiples of the hash's modulus: every key lands in the same place of the dict, all in C.
# expect: timeout
# stdout contains: before
import sys

modulus = sys.hash_info.modulus
print('before')
dict.fromkeys(range(0, modulus * 1_000_000, modulus))
