# Sleeps where exceptions are swallowed.
# expect: timeout
# stdout contains: before
import time


class Sleeper:
    def __del__(self):
        time.sleep(60)


print('before')
sleepers = [Sleeper() for _ in range(100)]
sleepers.clear()
