# A warning for each line of code, none of them twice.
# expect: timeout
# stderr contains: warning 1
import warnings

number = 0
while True:
    warnings.warn(f'warning {number}', stacklevel=1)
    number += 1
