# A million combining marks in the wrong order are put right by insertion.
# expect: timeout
# stdout contains: before
import unicodedata

print('before')
unicodedata.normalize('NFC', 'a' + '\u0301\u0316' * 200_000)
