# A recursive query without an end, inside SQLite's own virtual machine.
# expect: timeout
# stdout contains: before
import sqlite3

print('before')
endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n'
sqlite3.connect(':memory:').execute(endless).fetchone()
