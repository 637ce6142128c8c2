# Two long lists of two items each: everything matches everything.
# expect: timeout
# stdout contains: before
import difflib

print('before')
left, right = [0, 1] * 5_000, [1, 1, 0] * 3_000
difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()
