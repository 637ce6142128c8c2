# Sleeps again in the cleaning up, and in the cleaning up of that.
# expect: timeout
# stdout contains: before
import time

print('before')
try:
    time.sleep(60)
finally:
    try:
        time.sleep(60)
    finally:
        time.sleep(60)
