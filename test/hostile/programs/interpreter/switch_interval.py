# Asks for thread switches a billion times a second.
# expect: timeout
# stdout contains: before
import sys

print('before')
sys.setswitchinterval(1e-9)
while True:
    pass
