# CPython's own test module makes every allocation after the thousandth fail.
# expect: memory or error ImportError or error Crash or error SystemError or error SystemExit or error Abort or error Lost
# stdout contains: before
# timeout_ms: 5000
print('before')
import _testcapi

_testcapi.set_nomemory(1_000)
while True:
    [object()]
