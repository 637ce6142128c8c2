# SQLite asks Python for a collation, and gets no answer.
# expect: timeout
# stdout contains: before
import sqlite3


def collation(left, right):
    while True:
        pass


print('before')
connection = sqlite3.connect(':memory:')
connection.create_collation('endless', collation)
connection.execute("SELECT 'a' < 'b' COLLATE endless").fetchone()
