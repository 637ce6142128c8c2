# The same to stderr, without a newline.
# expect: timeout
# stderr contains: the first words
import sys

sys.stderr.write('the first words ')
while True:
    sys.stderr.write('and more ')
