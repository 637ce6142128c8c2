#> ran
#: stderr /Ran 1 test in .*\n\nOK\n$/
import unittest
class Adding(unittest.TestCase):
    def test_sum(self):
        self.assertEqual(sum([1, 2]), 3)
unittest.main(argv=[''], exit=False, verbosity=0)
print('ran')
