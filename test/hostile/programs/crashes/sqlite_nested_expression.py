# SQLite counts its parser's depth, if it was built to.
# expect: error OperationalError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import sqlite3

print('before')
connection = sqlite3.connect(':memory:')
connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 0)
connection.execute('SELECT ' + '(' * 100_000 + '1' + ')' * 100_000)
