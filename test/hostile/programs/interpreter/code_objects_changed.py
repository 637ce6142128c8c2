# Changes the code of functions that other programs use, in place.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import json
import statistics
import textwrap

print('before')


def evil(*arguments, **options):
    return 'ESCAPED'


for function in (json.dumps, json.loads, statistics.mean, textwrap.dedent):
    function.__code__ = evil.__code__
    function.__defaults__ = function.__kwdefaults__ = None
