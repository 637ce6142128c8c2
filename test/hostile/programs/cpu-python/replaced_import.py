# `__import__` itself is replaced: everything that imports lazily, ours included, meets the loop.
# expect: timeout
# stdout contains: before
import builtins


def no_import(*arguments, **options):
    while True:
        pass


print('before')
builtins.__import__ = no_import
import json
