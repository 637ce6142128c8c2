# A million short sleeps, each of which gives the others a turn.
# expect: timeout
# stdout contains: before
import time

print('before')
while True:
    time.sleep(0.000001)
