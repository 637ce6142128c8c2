# A plural rule from a catalogue is compiled to Python and is a loop of powers.
# expect: timeout or error ValueError
# stdout contains: before
import gettext

print('before')
rule = gettext.c2py('n ' + '|| n ' * 400)
while True:
    rule(0)
