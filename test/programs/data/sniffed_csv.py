#: attached {"t.tsv": "a\tb\n1\tx y\n2\tz\n"}
#> '\t' [{'a': '1', 'b': 'x y'}, {'a': '2', 'b': 'z'}]
import csv
with open('t.tsv', newline='') as file:
    dialect = csv.Sniffer().sniff(file.read(200)); file.seek(0)
    rows = list(csv.DictReader(file, dialect=dialect))
print(repr(dialect.delimiter), rows)
