# A pattern of twenty thousand stars, matched by recursion in C.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import sqlite3

print('before')
sqlite3.connect(':memory:').execute('SELECT ? GLOB ?', ('a' * 20_000, '*a' * 20_000)).fetchone()
