# `default` answers with something that needs `default` again.
# expect: timeout
# stdout contains: before
import json


class Onion:
    pass


def peel(onion):
    while True:
        try:
            return json.dumps(onion, default=peel)
        except RecursionError:
            continue


print('before')
json.dumps(Onion(), default=peel)
