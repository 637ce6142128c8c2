#> [('tea', 5), ('mug', 1)]
#: files ["shop.db"]
import sqlite3
db = sqlite3.connect('shop.db')
db.execute('create table sales (item text, n integer)')
db.executemany('insert into sales values (?, ?)', [('tea', 2), ('tea', 3), ('mug', 1)])
print(db.execute('select item, sum(n) from sales group by item order by 2 desc').fetchall())
db.commit()
