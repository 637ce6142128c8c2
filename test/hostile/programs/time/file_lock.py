# Takes a lock on a file twice.
# expect: ok or timeout
# stdout contains: before
import fcntl

print('before')
with open('a', 'w') as first, open('a', 'w') as second:
    fcntl.flock(first, fcntl.LOCK_EX)
    fcntl.lockf(second, fcntl.LOCK_EX)
