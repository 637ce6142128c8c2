# The loop looks for a codec.
# expect: timeout
# stdout contains: before
import codecs


def search(name):
    while True:
        pass


print('before')
codecs.register(search)
'text'.encode('no-such-encoding')
