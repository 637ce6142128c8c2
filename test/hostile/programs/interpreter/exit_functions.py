# Exit functions that register exit functions.
# expect: timeout
# stdout contains: before
import atexit


def again():
    atexit.register(again)


print('before')
again()
atexit.register(lambda: print('an exit function'))
while True:
    atexit._run_exitfuncs()
    again()
