# A trigger that calls itself.
# expect: error OperationalError or error StackOverflow
# stdout contains: before
# timeout_ms: 10000
import sqlite3

print('before')
connection = sqlite3.connect(':memory:')
connection.executescript("""
    PRAGMA recursive_triggers = 1;
    CREATE TABLE t (n);
    CREATE TRIGGER again AFTER INSERT ON t BEGIN INSERT INTO t VALUES (new.n + 1); END;
""")
connection.execute('INSERT INTO t VALUES (1)')
