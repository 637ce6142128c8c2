# A random integer of a billion bits, again and again.
# expect: timeout
# stdout contains: before
import random

print('before')
while True:
    random.getrandbits(400_000_000)
