# A database that is locked by the same program, and a timeout of an hour.
# expect: timeout or error OperationalError
# stdout contains: before
import sqlite3

print('before')
first = sqlite3.connect('data.db', timeout=3_600)
second = sqlite3.connect('data.db', timeout=3_600)
first.execute('CREATE TABLE t (n)')
first.commit()
first.execute('BEGIN EXCLUSIVE')
second.execute('INSERT INTO t VALUES (1)')
