#> {'a': [1, 2], 'b': {'c': True}} {'x': 1, 't': {'y': datetime.date(2024, 1, 1)}}
import tomllib, yaml
print(yaml.safe_load('a: [1, 2]\nb: {c: true}'), tomllib.loads('x = 1\n[t]\ny = 2024-01-01'))
