# A finder that never finds.
# expect: timeout
# stdout contains: before
import sys


class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        while True:
            pass


print('before')
sys.meta_path.insert(0, Finder)
import nothing_of_this_name
