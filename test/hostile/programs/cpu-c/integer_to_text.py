# Without the digits' limit, writing an integer takes time with the square of its length.
# expect: timeout
# stdout contains: before
import sys

sys.set_int_max_str_digits(0)
print('before')
'%d' % (1 << 10_000_000)
