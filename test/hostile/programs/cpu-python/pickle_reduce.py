# The loop is how an object asks to be pickled.
# expect: timeout
# stdout contains: before
import pickle


class Reluctant:
    def __reduce_ex__(self, protocol):
        while True:
            pass


print('before')
pickle.dumps(Reluctant())
