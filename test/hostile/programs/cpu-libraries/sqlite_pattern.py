# A pattern whose every place matches nearly to its end.
# expect: timeout
# stdout contains: before
import sqlite3

print('before')
sqlite3.connect(':memory:').execute(
    'SELECT ? GLOB ?', ('a' * 1_000_000, '*' + 'a' * 40_000 + 'b')
).fetchone()
