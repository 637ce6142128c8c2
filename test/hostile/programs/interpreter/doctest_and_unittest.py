# Test runners exit, replace streams, and hunt for tests in every module.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import unittest

print('before')


class Test(unittest.TestCase):
    def test_exit(self):
        raise SystemExit(1)


unittest.main(argv=['x'])
