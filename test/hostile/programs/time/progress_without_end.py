# Prints a dot every twenty milliseconds: what was printed must arrive.
# expect: timeout
# stdout contains: .....
import time

while True:
    print('.', end='')
    time.sleep(0.02)
