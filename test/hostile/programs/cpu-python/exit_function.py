# The loop runs after the program's last line, in an exit function.
# expect: timeout
# stdout contains: before
import atexit


@atexit.register
def stay():
    while True:
        pass


print('before')
