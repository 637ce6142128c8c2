# Without the digits' limit, reading one does too.
# expect: timeout
# stdout contains: before
import sys

sys.set_int_max_str_digits(0)
print('before')
int('7' * 20_000_000)
