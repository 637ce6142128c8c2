# Asks for descriptors with numbers that no table has.
# expect: error OSError
# stdout contains: before
# timeout_ms: 5000
import fcntl
import os

print('before')
for lowest in (-1, -(2**31), 1_023, 2**31 - 1):
    try:
        print(lowest, fcntl.fcntl(1, fcntl.F_DUPFD, lowest))
    except OSError as error:
        print(lowest, error)
for target in (-5, 2**31 - 1, 1_024):
    try:
        os.dup2(1, target)
    except OSError as error:
        print(target, error)
os.fstat(-1)
