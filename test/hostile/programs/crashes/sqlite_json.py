# SQLite's own JSON, nested.
# expect: error OperationalError or error StackOverflow
# stdout contains: before
# timeout_ms: 5000
import sqlite3

print('before')
sqlite3.connect(':memory:').execute('SELECT json(?)', ('[' * 1_000_000,)).fetchone()
